'use client';

import { useId, useMemo, useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useCommandList } from './command-context.ts';
import { searchCommands } from './search-commands.ts';

/** Everything that can be done here, by typing a few letters of it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { text } = useReading();
  const all = useCommandList();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useMemo(
    () =>
      searchCommands(
        all.filter((command) => !command.keyboardOnly),
        typed,
      ),
    [all, typed],
  );
  const here = Math.min(at, Math.max(0, found.length - 1));
  const run = (index: number) => {
    const command = found[index];
    if (!command) return;
    onClose();
    command.run();
  };
  return (
    <Dialog label={text.command.palette} onClose={onClose} wide>
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[here] ? `${id}-${here}` : undefined}
        aria-label={text.command.placeholder}
        placeholder={text.command.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(here + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0));
          else if (event.key === 'Enter') run(here);
          else return;
          event.preventDefault();
        }}
        className="h-12 w-full border-0 border-b border-line bg-transparent px-4 text-16 text-ink-1 outline-none"
      />
      <ul
        id={id}
        role="listbox"
        aria-label={text.frame.palette}
        className="m-0 max-h-[360px] list-none overflow-y-auto p-2"
      >
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === here}
            onClick={() => run(index)}
            onMouseMove={() => setAt(index)}
            className={classNames(
              'flex h-8 cursor-pointer items-center gap-3 rounded-md px-3 text-13',
              index === here && 'bg-surface-3',
            )}
          >
            <span className="w-20 shrink-0 text-12 text-ink-3">
              {text.command.groups[command.group]}
            </span>
            <span className="truncate">{command.title}</span>
            <span className="ml-auto">{command.keys && <Kbd keys={command.keys} />}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="m-0 px-6 pb-6 text-13 text-ink-2">{text.command.empty}</p>
      )}
    </Dialog>
  );
}
