'use client';

import { useSearchParams } from 'next/navigation';
import { useReading } from '@/i18n/provider.tsx';
import { KeptItem, KeptList } from './kept-list.tsx';
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
    <KeptList label={text.hunt.own}>
      {hunts.list.map((each) => (
        <KeptItem
          key={each.id}
          here={isHere(each.ask)}
          title={each.hypothesis || undefined}
          onOpen={() => open(each.ask)}
          removeLabel={text.hunt.forget(each.title)}
          onRemove={() => hunts.remove(each.id)}
        >
          <span className="line-clamp-2 text-13 leading-4 text-ink-1">{each.title}</span>
          {each.technique && (
            <span className="mt-1 w-full truncate text-12 text-ink-3">{each.technique}</span>
          )}
        </KeptItem>
      ))}
    </KeptList>
  );
}
