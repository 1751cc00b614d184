'use client';

import { useReading } from '@/i18n/provider.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useCommandList } from './command-context.ts';
import { GROUP_ORDER } from './search-commands.ts';

/** The keys that work on this screen, from the same registry that answers them. */
export function Help({ onClose }: { onClose: () => void }) {
  const { text } = useReading();
  const keyed = useCommandList().filter((command) => command.keys);
  return (
    <Dialog label={text.command.help} onClose={onClose} wide>
      <div className="p-6">
        <div className="flex items-baseline gap-4">
          <h2 className="m-0 text-20 font-semibold">{text.command.help}</h2>
          <span className="text-13 text-ink-2">{text.command.helpNote}</span>
          <IconButton
            icon="close"
            label={text.common.close}
            onClick={onClose}
            className="ml-auto"
          />
        </div>
        <div className="mt-4 grid grid-cols-2 gap-x-8 gap-y-6 max-sm:grid-cols-1">
          {GROUP_ORDER.map((group) => {
            const commands = keyed.filter((command) => command.group === group);
            if (commands.length === 0) return null;
            return (
              <section key={group}>
                <h3 className="m-0 mb-1 text-12 font-medium text-ink-3">
                  {text.command.groups[group]}
                </h3>
                <ul className="m-0 list-none p-0">
                  {commands.map((command) => (
                    <li
                      key={command.id}
                      className="row flex items-center gap-4 border-t border-line text-13"
                    >
                      <span className="truncate">{command.title}</span>
                      <span className="ml-auto">
                        <Kbd keys={command.keys!} />
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </div>
    </Dialog>
  );
}
