'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTyped } from '@/exercise/use-typed.ts';
import type { Room } from '@/exercise/types.ts';
import { useSit } from '@/exercise/use-play.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { IntervalFields, readInterval } from './interval-fields.tsx';

const two = (n: number) => String(n).padStart(2, '0');

/** Seconds until a wall time, counted down; never below none. */
function useSecondsTo(wallMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((wallMs - now) / 1000));
}

/** Everything stands still: one question to everybody alone, with the time left to answer it. */
export function FreezeForm({ freeze }: { freeze: NonNullable<Room['freeze']> }) {
  const { text } = useReading();
  const ref = useRef<HTMLDialogElement>(null);
  const sit = useSit();
  const left = useSecondsTo(freeze.endsWallMs);
  const name = `freeze.${freeze.id}`;
  const low = useTyped(`${name}.low`);
  const high = useTyped(`${name}.high`);
  const sure = useTyped(`${name}.sure`);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    const node = ref.current;
    if (node && !node.open) node.showModal();
    return () => node?.close();
  }, []);
  const interval = readInterval(low[0], high[0], sure[0] || '80');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!interval) return setTried(true);
    sit.run({ do: 'freeze-answer', ...interval });
  };
  return (
    <dialog
      ref={ref}
      aria-label={freeze.question}
      onCancel={(event) => event.preventDefault()}
      className="w-[560px] max-w-[calc(100vw-32px)] rounded-md border border-line-strong bg-surface-2 p-0 text-ink-1 shadow-raised"
    >
      <form onSubmit={submit} className="flex flex-col gap-5 p-8">
        <div className="flex items-baseline gap-4">
          <span className="text-13 text-ink-2">{text.console.freeze.title}</span>
          <span
            role="timer"
            aria-label={text.console.freeze.left}
            className="figures ml-auto font-mono text-20"
          >
            {Math.floor(left / 60)}:{two(left % 60)}
          </span>
        </div>
        <h2 className="m-0 text-20 font-semibold">{freeze.question}</h2>
        {freeze.answered ? (
          <p role="status" className="m-0 text-14 text-ink-2">
            {text.console.freeze.answered}
          </p>
        ) : (
          <>
            <IntervalFields low={low} high={high} sure={sure} wrong={tried && !interval} />
            <p className="m-0 text-13 text-ink-2">{text.console.freeze.note}</p>
            <div className="flex justify-end">
              <Button type="submit" kind="primary" disabled={sit.busy}>
                {text.console.freeze.act}
              </Button>
            </div>
          </>
        )}
      </form>
    </dialog>
  );
}
