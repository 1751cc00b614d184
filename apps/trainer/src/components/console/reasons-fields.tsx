'use client';

import { useMemo } from 'react';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { useTyped, useTypedValue } from '@/exercise/use-typed.ts';
import type { Reasons, RecordEntry } from '@/exercise/types.ts';
import type { Messages } from '@/i18n/en.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Confidence } from './confidence.tsx';
import { TextArea } from './text-area.tsx';

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');
const NONE: readonly number[] = [];
const CITED = new Set<RecordEntry['kind']>(['evidence', 'hypothesis', 'estimate']);

/** Why, how sure, on what evidence: kept under `name` until it is handed over. */
export function useReasons(name: string) {
  const [why, setWhy] = useTyped(`${name}.why`);
  const [sure, setSure] = useTyped(`${name}.sure`);
  const [cited, setCited] = useTypedValue(`${name}.cited`, isNumbers);
  const record = useSection('record');
  // A rewind may have undone what was cited.
  const evidence = useMemo(
    () => (cited ?? NONE).filter((each) => record?.some((card) => card.sequence === each)),
    [cited, record],
  );
  const reasons = useMemo<Reasons>(
    () => ({
      ...(why.trim() ? { why: why.trim() } : {}),
      ...(sure ? { confidence: Number(sure) } : {}),
      ...(evidence.length > 0 ? { evidence } : {}),
    }),
    [why, sure, evidence],
  );
  const clear = () => {
    setWhy('');
    setSure('');
    setCited(() => null);
  };
  const cite = (sequence: number, on: boolean) =>
    setCited((old) => {
      const rest = (old ?? NONE).filter((each) => each !== sequence);
      const next = on ? [...rest, sequence] : rest;
      return next.length > 0 ? next : null;
    });
  return { why, setWhy, sure, setSure, evidence, cite, reasons, clear };
}

/** What an entry of the record says, in a line. */
export function entryLine(text: Messages, entry: RecordEntry): string {
  switch (entry.kind) {
    case 'evidence':
      return entry.title;
    case 'hypothesis':
      return `${text.record.tags[entry.tag]}: ${entry.text}`;
    case 'estimate':
      return `${formatCount(entry.low)} – ${formatCount(entry.high)}, ${entry.confidence} %`;
    case 'action':
    case 'note':
    case 'chat':
      return entry.text;
  }
}

/** The fields of a decision's reasons: why, how sure, and which entries of the record it rests on. */
export function ReasonsFields({ of }: { of: ReturnType<typeof useReasons> }) {
  const { text } = useReading();
  return (
    <div className="flex max-w-[68ch] flex-col gap-4">
      <TextArea
        label={text.decide.why}
        hint={text.decide.whyHint}
        rows={3}
        value={of.why}
        onChange={of.setWhy}
      />
      <Confidence label={text.decide.sure} value={of.sure} onChange={of.setSure} />
      <EvidencePicker of={of} />
    </div>
  );
}

function EvidencePicker({ of }: { of: ReturnType<typeof useReasons> }) {
  const { text } = useReading();
  const { run } = useRun();
  const record = useSection('record');
  const offered = useMemo(
    () => (record ?? []).filter((card) => CITED.has(card.entry.kind)).toReversed(),
    [record],
  );
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-1 p-0 text-12 text-ink-2">{text.decide.evidence}</legend>
      {offered.length === 0 ? (
        <p className="m-0 text-13 text-ink-3">{text.decide.evidenceNone}</p>
      ) : (
        <ul
          tabIndex={-1}
          className="m-0 max-h-44 list-none overflow-y-auto rounded-md border border-line p-0"
        >
          {offered.map((card) => (
            <li key={card.sequence} className="border-line not-first:border-t">
              <label className="flex cursor-pointer items-start gap-2 px-3 py-1 text-13 hover:bg-surface-3">
                <input
                  type="checkbox"
                  className="mt-1"
                  checked={of.evidence.includes(card.sequence)}
                  onChange={(event) => of.cite(card.sequence, event.target.checked)}
                />
                <span className="w-20 shrink-0 text-12 leading-5 text-ink-3">
                  {text.record.kinds[card.entry.kind]}
                </span>
                <span className="min-w-0 flex-1">{entryLine(text, card.entry)}</span>
                <SimTimeText
                  calendar={run.calendar}
                  at={card.at}
                  className="shrink-0 text-12 leading-5 text-ink-3"
                />
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
