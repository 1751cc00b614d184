'use client';

import { useSearchParams } from 'next/navigation';
import { useReading } from '@/i18n/provider.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useOwnHunts } from './pins.ts';
import type { Hunt } from './use-hunt.ts';

/** All parameters that a question may have. */
const PARAMS = ['mode', 'sql', 'table', 'q', 'span', 'from', 'to'];

/** The hunts one has saved oneself; a click asks again. */
export function OwnHunts({ hunt }: { hunt: Hunt }) {
  const { text } = useReading();
  const hunts = useOwnHunts();
  const address = useSearchParams();
  if (hunts.list.length === 0) return null;
  const isHere = (ask: string) => {
    const params = new URLSearchParams(ask);
    return PARAMS.every((name) => params.get(name) === address.get(name));
  };
  const open = (ask: string) => {
    const params = new URLSearchParams(ask);
    hunt.set(
      { ...Object.fromEntries(PARAMS.map((name) => [name, params.get(name)])), rec: null },
      true,
    );
  };
  return (
    <section aria-label={text.hunt.own} className="pb-3">
      <h3 className="m-0 px-2 pb-1 text-12 font-normal text-ink-3">
        {text.hunt.own} · {text.hunt.keptHere}
      </h3>
      <ul className="m-0 list-none p-0">
        {hunts.list.map((each) => (
          <li
            key={each.id}
            className={classNames(
              'group flex items-start rounded-md hover:bg-surface-3',
              isHere(each.ask) && 'bg-surface-3',
            )}
          >
            <button
              type="button"
              aria-current={isHere(each.ask) ? 'true' : undefined}
              title={each.hypothesis || undefined}
              onClick={() => open(each.ask)}
              className="flex min-w-0 flex-1 flex-col px-2 py-1 text-left"
            >
              <span className="line-clamp-2 text-13 leading-4 text-ink-1">{each.title}</span>
              {each.technique && (
                <span className="mt-1 w-full truncate text-12 text-ink-3">{each.technique}</span>
              )}
            </button>
            <IconButton
              icon="close"
              label={text.hunt.forget(each.title)}
              onClick={() => hunts.remove(each.id)}
              className="size-6! opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
