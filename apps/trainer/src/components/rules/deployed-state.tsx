'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { MINUTE_MS } from '@dwell/core/time';
import type { RuleCard } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { useWithdraw } from '../respond/in-flight.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Meter } from '../ui/meter.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { useToast } from '../ui/toast.tsx';

/** How far a deployment is, or how long it looks already; the way back from either. */
export function DeployedState({ card }: { card: RuleCard }) {
  const { text } = useReading();
  const { runId, run } = useRun();
  const words = text.rules;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3 text-13">
      {card.state === 'deploying' ? (
        <Deploying card={card} />
      ) : (
        <>
          <Badge severity="good">{words.states.deployed}</Badge>
          {card.effectiveAt !== null && (
            <span className="text-ink-2">
              {words.looksSince} <SimTimeText calendar={run.calendar} at={card.effectiveAt} />
            </span>
          )}
          <Link
            href={`/runs/${runId}/alerts?q=${card.name}`}
            className={buttonClass('plain', true)}
          >
            {words.toAlerts} · {formatCount(card.alerts)}
          </Link>
          <Retire name={card.name} />
        </>
      )}
    </div>
  );
}

function Deploying({ card }: { card: RuleCard }) {
  const { text, language } = useReading();
  const { run, clock } = useRun();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const withdraw = useWithdraw();
  const effectiveAt = card.effectiveAt ?? now;
  const left = Math.max(0, effectiveAt - now);
  return (
    <>
      <span className="text-accent">{text.rules.states.deploying}</span>
      <span className="w-40">
        <Meter thin label={text.rules.states.deploying} share={1 - left / (30 * MINUTE_MS)} />
      </span>
      <span className="text-ink-2">
        {text.common.left(formatSpan(language, left))} · {text.rules.looksFrom}{' '}
        <SimTimeText calendar={run.calendar} at={effectiveAt} />
      </span>
      {card.sequence !== null && (
        <Button
          small
          className="ml-auto"
          disabled={withdraw.isPending}
          onClick={() => withdraw.run(card.sequence!, card.title)}
        >
          {text.rules.takeBack}
        </Button>
      )}
    </>
  );
}

function Retire({ name }: { name: string }) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { text, language } = useReading();
  const { runId } = useRun();
  const [asking, setAsking] = useState(false);
  const retire = useMutation(
    trpc.rule.retire.mutationOptions({
      onSuccess: () => {
        toast({ severity: 'info', text: text.rules.retired(name) });
        void queryClient.invalidateQueries({ queryKey: trpc.rule.pathKey() });
      },
      onError: (error) => {
        const { what, todo } = errorParts(error, text, language);
        toast({ severity: 'severe', text: `${what}. ${todo}` });
      },
      onSettled: () => setAsking(false),
    }),
  );
  return (
    <>
      <Button small kind="quiet" className="ml-auto" onClick={() => setAsking(true)}>
        {text.rules.retire}
      </Button>
      {asking && (
        <Confirm
          danger
          title={text.rules.retireTitle(name)}
          act={text.rules.retire}
          cancel={text.common.cancel}
          busy={retire.isPending}
          onAct={() => retire.mutate({ runId, name, as: 'soc-lead' })}
          onCancel={() => setAsking(false)}
        >
          {text.rules.retireText}
        </Confirm>
      )}
    </>
  );
}
