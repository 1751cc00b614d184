'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { MINUTE_MS } from '@dwell/core/time';
import type { ResponseCard } from '@dwell/simulator/router';
import { formatCount, formatWon } from '@/i18n/format-number.ts';
import { formatSimTime, formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useExercise } from '@/exercise/exercise-provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useDecidingForm } from '@/live/deciding.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useToast } from '../ui/toast.tsx';
import { Figure } from '../situation/figure.tsx';
import { BlastMap } from './blast-map.tsx';
import { useWithdraw } from './in-flight.tsx';
import { ruleMetBy } from './filing-of.ts';
import { MeetsClock } from './meets-clock.tsx';
import { ParamFields } from './param-fields.tsx';
import { firstValues, readParams } from './read-params.ts';
import { ProposeFooter, useProposal } from './propose-footer.tsx';
import { ROLES, usualRole } from './roles.ts';

/** One response with air around it: what it does, its price, its consequence, one button. */
export function Decision({ card }: { card: ResponseCard }) {
  const trpc = useTRPC();
  const toast = useToast();
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const withdraw = useWithdraw();
  const { handlers, decided } = useDecidingForm();
  const asked = useSearchParams();
  const [values, setValues] = useState(() => firstValues(card.params, (name) => asked.get(name)));
  const [role, setRole] = useState<string>(usualRole(card.touches));
  const [asking, setAsking] = useState(false);
  const params = readParams(card.params, values);
  const preview = useQuery(
    trpc.response.preview.queryOptions(
      { runId, response: card.id, params: { ...params } },
      { enabled: params !== null, placeholderData: (old) => old, retry: false, staleTime: 1000 },
    ),
  );
  const exercise = useExercise();
  const proposal = useProposal(card.id);
  const act = useMutation(trpc.response.act.mutationOptions());
  const title = pickText(language, card.title);
  const shown = preview.data;
  const leadMs = shown?.leadMs ?? card.leadMs;
  const undoSeconds = clock.state === 'playing' ? leadMs / clock.speed / 1000 : undefined;
  const start = () => {
    if (!params) return;
    if (exercise !== null) {
      setAsking(false);
      proposal.send({ do: 'respond', response: card.id, params: { ...params } }, title, decided);
      return;
    }
    act.mutate(
      { runId, response: card.id, params: { ...params }, as: role as (typeof ROLES)[number] },
      {
        onSettled: () => setAsking(false),
        onSuccess: ({ sequence }) => {
          decided();
          toast({
            severity: 'good',
            text: text.respond.started(title),
            undo: card.undoable
              ? {
                  text: text.common.undo,
                  run: () => withdraw.run(sequence, title),
                  seconds: undoSeconds,
                }
              : undefined,
          });
        },
      },
    );
  };
  return (
    <article tabIndex={-1} {...handlers} className="flex flex-col gap-6 p-6 outline-none">
      <header>
        <h3 className="m-0 text-20 font-semibold">{title}</h3>
        <p className="m-0 mt-1 max-w-[68ch] text-14 text-ink-2">
          {pickText(language, card.summary)}
        </p>
      </header>
      {card.params.length > 0 && (
        <div className="flex flex-wrap items-start gap-6">
          <ParamFields
            specs={card.params}
            values={values}
            onChange={(name, value) => setValues({ ...values, [name]: value })}
          />
        </div>
      )}
      <dl className="m-0 flex flex-wrap gap-x-12 gap-y-3">
        <Figure name={text.respond.lead}>{formatSpan(language, leadMs)}</Figure>
        <Figure name={text.respond.price} title={formatCount(shown?.priceWon ?? card.priceWon)}>
          {formatWon(language, shown?.priceWon ?? card.priceWon)}
          <span className="ml-2 text-12 text-ink-3">
            {text.respond.hours(String(card.analystHours))}
          </span>
        </Figure>
        {shown && params && (
          <Figure name={text.respond.effective}>
            {formatSimTime(language, run.calendar, Math.max(shown.effectiveAt, now + leadMs))}
          </Figure>
        )}
      </dl>
      <MeetsClock
        rule={ruleMetBy(card.id, params ?? {})}
        effectiveAt={Math.max(shown?.effectiveAt ?? 0, now + leadMs)}
      />
      {preview.isError && <ErrorState error={preview.error} />}
      {preview.isLoading && params && <Skeleton className="h-32" />}
      {shown && params && !preview.isError && (
        <BlastMap blast={shown.blast} totals={shown.totals} />
      )}
      {act.isError && <ErrorState error={act.error} />}
      {exercise === null ? (
        <footer className="flex flex-wrap items-end gap-4">
          <Select
            label={text.respond.as}
            value={role}
            onPick={setRole}
            options={ROLES.map((id) => ({ value: id, text: text.world.roles[id] ?? id }))}
            className="w-48"
          />
          <Button
            kind="primary"
            disabled={!card.available || params === null || preview.isError || act.isPending}
            onClick={() => setAsking(true)}
          >
            {title}
          </Button>
          <span className="pb-1 text-12 text-ink-3">
            {card.available
              ? card.undoable
                ? text.respond.undoable
                : text.respond.notUndoable
              : (card.reason ?? text.respond.unavailable)}
          </span>
        </footer>
      ) : (
        <ProposeFooter
          proposal={proposal}
          verb={title}
          disabled={!card.available || params === null || preview.isError}
          note={
            card.available
              ? card.undoable
                ? text.respond.undoable
                : text.respond.notUndoable
              : (card.reason ?? text.respond.unavailable)
          }
          onAct={() => setAsking(true)}
        />
      )}
      {asking && shown && (
        <Confirm
          title={text.respond.confirm(title)}
          act={proposal.standing.how === 'second' ? text.decide.propose : title}
          cancel={text.common.cancel}
          busy={act.isPending}
          onAct={start}
          onCancel={() => setAsking(false)}
        >
          <p className="m-0">
            {text.respond.price}: {formatWon(language, shown.priceWon)} · {text.respond.lead}:{' '}
            {formatSpan(language, shown.leadMs)}
          </p>
          <p className="m-0 mt-1">
            {text.respond.bars.customersLockedOut}: {formatCount(shown.blast.customersLockedOut)} ·{' '}
            {text.respond.bars.expectedLostOrders}: {formatCount(shown.blast.expectedLostOrders)}
          </p>
          <p className="m-0 mt-3 text-13">
            {card.undoable ? text.respond.undoable : text.respond.notUndoable}
          </p>
        </Confirm>
      )}
    </article>
  );
}
