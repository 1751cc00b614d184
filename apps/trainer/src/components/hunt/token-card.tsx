'use client';

import type { Cell } from '@dwell/simulator/router';
import { formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { cellTime } from './cell-text.ts';
import { type CheckState, checkStates, decodeToken, type RecordCells } from './decode-token.ts';

const MARK: Record<CheckState, { shape: string; colour: string }> = {
  passed: { shape: '✓', colour: 'text-ink-1' },
  refused: { shape: '⬣', colour: 'text-critical' },
  'not-reached': { shape: '·', colour: 'text-ink-3' },
  off: { shape: '−', colour: 'text-ink-3' },
};

/** The access token of a request: header, claims, and what each check of the gateway made of it. */
export function TokenCard({
  record,
  gates,
}: {
  record: RecordCells;
  gates: readonly { check: string; on: boolean }[];
}) {
  const { text, language } = useReading();
  const { run } = useRun();
  const token = decodeToken(record);
  if (!token) return null;
  const show = (name: string, value: Cell) => {
    const at = name === 'iat' ? cellTime(run.calendar, value) : null;
    return at === null ? String(value ?? '·') : formatSimTime(language, run.calendar, at);
  };
  const words: Record<CheckState, string> = {
    passed: text.hunt.passed,
    refused: text.hunt.refusedHere,
    'not-reached': text.hunt.notReached,
    off: text.hunt.offThen,
  };
  return (
    <section>
      <h3 className="m-0 mb-2 text-12 font-normal text-ink-3">{text.hunt.token}</h3>
      <div className="rounded-md border border-line p-3 font-mono text-12">
        {(
          [
            [text.hunt.tokenHeader, token.header],
            [text.hunt.tokenClaims, token.claims],
          ] as const
        ).map(([title, parts]) => (
          <div key={title} className="mb-3">
            <div className="mb-1 font-sans text-ink-3">{title}</div>
            <dl className="m-0 grid grid-cols-[48px_1fr] gap-y-1">
              {parts.map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-ink-3">{name}</dt>
                  <dd className="m-0 break-all">{show(name, value)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
        <div className="font-sans text-ink-3">{text.hunt.tokenChecks}</div>
        <ol className="m-0 mt-1 list-none p-0">
          {checkStates(gates, record['refused_by'] ?? null).map(({ check, state }) => (
            <li
              key={check}
              className={classNames('flex h-6 items-center gap-2 font-sans', MARK[state].colour)}
            >
              <span aria-hidden="true" className="w-4 text-center font-mono">
                {MARK[state].shape}
              </span>
              {text.world.checks[check] ?? check}
              <span className="ml-auto text-ink-3">{words[state]}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="m-0 mt-1 text-12 text-ink-3">{text.hunt.tokenNote}</p>
    </section>
  );
}
