'use client';

import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { classNames } from '../ui/class-names.ts';
import { useBoard } from './board.tsx';

type Props = {
  id: string;
  name: string;
  value: string;
  note: string;
  /** There is no number, only words. */
  quiet: boolean;
};

/** A big figure; a press lights what it rests on, another puts it out. */
export function FigureButton({ id, name, value, note, quiet }: Props) {
  const { text } = useReading();
  const { address } = useBoard();
  const on = address.figure === id;
  return (
    <button
      type="button"
      aria-pressed={on}
      title={text.debrief.evidence}
      onClick={() => setSearchParams({ figure: on ? null : id, moment: null, around: null }, true)}
      className={classNames(
        'flex min-w-0 flex-col items-start rounded-md border px-3 py-2 text-left 2xl:px-4 2xl:py-3',
        on ? 'border-accent bg-accent-soft' : 'border-line bg-surface-2 hover:border-line-strong',
      )}
    >
      <span className="max-w-full truncate text-13 text-ink-2 2xl:text-16">{name}</span>
      <span
        className={classNames(
          'figures max-w-full tracking-tight',
          quiet
            ? 'line-clamp-2 flex h-9 items-center text-14 leading-4 text-ink-2 2xl:h-[52px] 2xl:text-16 2xl:leading-5'
            : 'text-28 leading-9 font-semibold whitespace-nowrap @[1040px]:text-[clamp(20px,2cqi,44px)] 2xl:leading-[52px]',
        )}
      >
        {value}
      </span>
      <span className="max-w-full truncate text-12 text-ink-3 2xl:text-14">{note}</span>
    </button>
  );
}
