'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { AlertRow, Verdict } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTyped } from '@/exercise/use-typed.ts';
import { useDecidingForm } from '@/live/deciding.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { CONTROL } from '../ui/field.tsx';
import { quietMs } from '../rules/quiet-ms.ts';
import { useRules } from '../rules/use-rules.ts';
import { entityOf } from './queue.ts';
import type { AlertActs } from './use-alerts.ts';

type Props = {
  alerts: readonly AlertRow[];
  verdict: Verdict;
  acts: AlertActs;
  onVerdict: (verdict: Verdict) => void;
  onClose: (done: boolean) => void;
};

const VERDICTS: readonly Verdict[] = ['true', 'false', 'benign'];

/** The verdict, what it leads to, and why: one sentence, then Enter. */
export function JudgeForm({ alerts, verdict, acts, onVerdict, onClose }: Props) {
  const { text, language } = useReading();
  const { cards } = useRules();
  const card = cards.find((each) => each.name === alerts[0]?.rule);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useTyped(`judge.${alerts[0]?.id ?? ''}`);
  const [tried, setTried] = useState(false);
  const { handlers, decided } = useDecidingForm();
  const words = text.alerts;
  useEffect(() => field.current?.focus(), [verdict]);
  const first = alerts[0];
  if (!first) return null;
  const submit = () => {
    if (note.trim() === '') {
      setTried(true);
      field.current?.focus();
      return;
    }
    acts.judge(
      alerts.map((alert) => alert.id),
      verdict,
      note.trim(),
      () => {
        decided();
        setNote('');
        onClose(true);
      },
    );
  };
  const missing = tried && note.trim() === '';
  return (
    <form
      aria-label={words.judge}
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        handlers.onKeyDown();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose(false);
      }}
      className="slide-in shrink-0 rounded-md border border-line-strong bg-surface-2 px-4 py-3 shadow-raised"
    >
      <div className="flex flex-wrap items-center gap-3">
        <Choice
          hideLabel
          label={words.judge}
          at={verdict}
          onPick={onVerdict}
          options={VERDICTS.map((each) => ({ id: each, text: words.verdicts[each] }))}
        />
        <span className="min-w-0 truncate text-13 text-ink-2">
          {words.judgeFor(formatCount(alerts.length))}
          {alerts.length === 1 && (
            <span className="ml-2 font-mono text-12 text-ink-1">
              {entityOf(first) || first.title}
            </span>
          )}
        </span>
      </div>
      <p className="m-0 mt-2 max-w-[88ch] text-13 text-ink-2">
        {words.verdictNotes[verdict]}{' '}
        {verdict !== 'true' &&
          (alerts.length === 1
            ? words.buryText(
                entityOf(first) || words.anyEntity,
                formatSpan(language, quietMs(card?.text ?? '')),
              )
            : words.buryMany)}
      </p>
      <div className="mt-3 flex items-end gap-3">
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <label htmlFor={id} className="text-12 text-ink-2">
            {words.note}
          </label>
          <input
            ref={field}
            id={id}
            value={note}
            maxLength={2000}
            aria-invalid={missing ? true : undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setNote(event.target.value)}
            className={CONTROL}
          />
        </div>
        <Button kind="quiet" onClick={() => onClose(false)}>
          {text.common.cancel}
        </Button>
        <Button kind="primary" type="submit" disabled={acts.busy}>
          {words.judgeAct(words.verdicts[verdict].toLowerCase())}
        </Button>
      </div>
      <p
        id={`${id}-hint`}
        className={`m-0 mt-1 text-12 ${missing ? 'text-critical' : 'text-ink-3'}`}
      >
        {missing ? words.noteNeeded : words.noteHint}
      </p>
    </form>
  );
}
