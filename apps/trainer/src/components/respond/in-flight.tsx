'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '@dwell/core/time';
import type { ResponseCard, ResponseState } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useMaySee } from '@/exercise/use-may-see.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { ForPlayers } from '../console/for-players.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Meter } from '../ui/meter.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { useToast } from '../ui/toast.tsx';

/** Responses whose lead time runs, with the time left and the way back. */
export function InFlight({
  responses,
  hint,
}: {
  responses: readonly ResponseState[];
  /** What to do when nothing is under way. */
  hint?: string;
}) {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, build } = useRun();
  const responds = useMaySee('respond');
  const catalogue = useQuery(
    trpc.response.catalogue.queryOptions(
      { runId },
      { staleTime: 60_000, enabled: build.state === 'ready' && responds },
    ),
  );
  const flying = responses.filter((each) => each.state === 'in-flight');
  return (
    <Panel title={text.situation.inFlight} flush>
      {flying.length === 0 && (
        <Empty title={text.situation.inFlightEmpty}>{hint ?? text.situation.inFlightNow}</Empty>
      )}
      <ul className="m-0 list-none p-0 pb-2">
        {flying.map((each) => (
          <Flight
            key={each.commandSequence}
            response={each}
            card={(catalogue.data as readonly ResponseCard[] | undefined)?.find(
              (card) => card.id === each.id,
            )}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Flight({ response, card }: { response: ResponseState; card: ResponseCard | undefined }) {
  const { text, language } = useReading();
  const { run, clock } = useRun();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const withdraw = useWithdraw();
  const responds = useMaySee('respond');
  const left = Math.max(0, response.effectiveAt - now);
  const whole = Math.max(1, response.effectiveAt - response.askedAt);
  const what = card
    ? pickText(language, card.title)
    : (text.world.choices[response.id] ?? response.id);
  const rule = response.id.endsWith('-rule') ? response.params['name'] : undefined;
  const title = rule === undefined ? what : `${what}: ${rule}`;
  return (
    <li className="slide-in px-4 py-2">
      <div className="flex items-baseline gap-3 text-13">
        <span className="min-w-0 truncate text-ink-1">{title}</span>
        <span className="ml-auto whitespace-nowrap text-ink-2">
          {text.common.left(formatSpan(language, left))}
        </span>
      </div>
      <div className="mt-2 flex items-center gap-3">
        <Meter thin label={title} share={1 - left / whole} />
        {card?.undoable !== false && responds && (
          <ForPlayers>
            <Button
              small
              disabled={withdraw.isPending}
              onClick={() => withdraw.run(response.commandSequence, title)}
            >
              {text.respond.withdraw}
            </Button>
          </ForPlayers>
        )}
      </div>
      <div className="mt-1 text-12 text-ink-3">
        {text.respond.effective} <SimTimeText calendar={run.calendar} at={response.effectiveAt} />
      </div>
    </li>
  );
}

/** Takes a response back while its lead time runs. */
export function useWithdraw() {
  const trpc = useTRPC();
  const toast = useToast();
  const { text, language } = useReading();
  const { runId } = useRun();
  const mutation = useMutation(
    trpc.response.withdraw.mutationOptions({
      onError: (error) => {
        const { what, todo } = errorParts(error, text, language);
        toast({ severity: 'severe', text: `${what}. ${todo}` });
      },
    }),
  );
  return {
    isPending: mutation.isPending,
    run: (sequence: number, title: string) =>
      mutation.mutate(
        { runId, sequence },
        { onSuccess: () => toast({ severity: 'info', text: text.respond.withdrawn(title) }) },
      ),
  };
}
