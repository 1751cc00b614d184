'use client';

import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { LegalClockView, RunEvent } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useDecidingForm } from '@/live/deciding.tsx';
import { useExercise } from '@/exercise/exercise-provider.tsx';
import { useTyped } from '@/exercise/use-typed.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { CONTROL } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { useToast } from '../ui/toast.tsx';
import { ClockList } from './clock-list.tsx';
import { ProposeFooter, useProposal } from './propose-footer.tsx';
import { ROLES } from './roles.ts';

const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
type DeclaredSeverity = (typeof SEVERITIES)[number];

type Props = { declared: readonly RunEvent[]; clocks: readonly LegalClockView[] };

/** The decision that starts the legal clocks: how severe, what is known, in whose name. */
export function Declare({ declared, clocks }: Props) {
  const trpc = useTRPC();
  const toast = useToast();
  const { text } = useReading();
  const { runId, run, build } = useRun();
  const words = text.respond.declare;
  const id = useId();
  const { handlers, decided } = useDecidingForm();
  const [severity, setSeverity] = useState<DeclaredSeverity>('high');
  const [note, setNote] = useTyped('declare.note');
  const exercise = useExercise();
  const proposal = useProposal('declare');
  const [role, setRole] = useState<(typeof ROLES)[number]>('incident-commander');
  const [asking, setAsking] = useState(false);
  const declare = useMutation(
    trpc.response.declare.mutationOptions({
      onSuccess: () => {
        decided();
        setNote('');
        toast({ severity: 'good', text: words.done });
      },
      onSettled: () => setAsking(false),
    }),
  );
  const last = declared.at(-1);
  const verb = last ? words.again : words.act;
  const said = note.trim() ? { note: note.trim() } : {};
  const start = () => {
    if (exercise === null) return declare.mutate({ runId, severity, as: role, ...said });
    setAsking(false);
    proposal.send({ do: 'declare', severity, ...said }, words.title, () => {
      decided();
      setNote('');
    });
  };
  return (
    <article tabIndex={-1} {...handlers} className="flex flex-col gap-6 p-6 outline-none">
      <header>
        <h3 className="m-0 text-20 font-semibold">{words.title}</h3>
        <p className="m-0 mt-1 max-w-[68ch] text-14 text-ink-2">{words.summary}</p>
      </header>
      {last && (
        <p className="m-0 max-w-[68ch] text-13 text-ink-2">
          {words.when} <SimTimeText calendar={run.calendar} at={declared[0]!.at} form="full" /> ·{' '}
          {words.severities[last.values['severity'] as DeclaredSeverity] ?? ''}. {words.more}
        </p>
      )}
      <Choice
        label={words.severity}
        at={severity}
        onPick={setSeverity}
        options={SEVERITIES.map((each) => ({ id: each, text: words.severities[each] }))}
      />
      <div className="flex max-w-[68ch] flex-col gap-1">
        <label htmlFor={id} className="text-12 text-ink-2">
          {words.note}
        </label>
        <textarea
          id={id}
          rows={3}
          maxLength={2000}
          value={note}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setNote(event.target.value)}
          className={`${CONTROL} h-auto! resize-y py-2`}
        />
        <span id={`${id}-hint`} className="text-12 text-ink-3">
          {words.noteHint}
        </span>
      </div>
      <ClockList clocks={clocks} />
      <p className="m-0 max-w-[68ch] text-13 text-ink-2">{words.consequence}</p>
      {declare.isError && <ErrorState error={declare.error} />}
      {exercise === null ? (
        <footer className="flex flex-wrap items-end gap-4">
          <Select
            label={text.respond.as}
            value={role}
            onPick={(value) => setRole(value as typeof role)}
            options={ROLES.map((each) => ({ value: each, text: text.world.roles[each] ?? each }))}
            className="w-48"
          />
          <Button
            kind={last ? 'plain' : 'primary'}
            disabled={declare.isPending || build.state !== 'ready'}
            onClick={() => setAsking(true)}
          >
            {verb}
          </Button>
        </footer>
      ) : (
        <ProposeFooter
          proposal={proposal}
          verb={verb}
          disabled={build.state !== 'ready'}
          onAct={() => setAsking(true)}
        />
      )}
      {asking && (
        <Confirm
          title={text.respond.confirm(verb)}
          act={verb}
          cancel={text.common.cancel}
          busy={declare.isPending}
          onAct={start}
          onCancel={() => setAsking(false)}
        >
          <p className="m-0">
            {words.severity}: {words.severities[severity]}
            {exercise === null && ` · ${text.respond.as}: ${text.world.roles[role]}`}
          </p>
          <p className="m-0 mt-3 text-13">{words.consequence}</p>
        </Confirm>
      )}
    </article>
  );
}
