'use client';

import { useMutation } from '@tanstack/react-query';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

/** Who may see the debrief, and whether it is up to date. */
export function ShareControls() {
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const { act, busy } = useDebriefActs(exerciseId);
  if (view.trainee) return null;
  const words = text.debrief;
  return (
    <>
      {view.stale && <Stale />}
      <span className="max-xl:hidden">
        <Badge severity={view.shared ? 'good' : 'info'}>
          {view.shared ? words.shared : words.notShared}
        </Badge>
      </span>
      {view.leads && (
        <Button
          small
          disabled={busy}
          onClick={() => void act({ do: 'share-debrief', on: !view.shared })}
        >
          {view.shared ? words.unshare : words.share}
        </Button>
      )}
    </>
  );
}

function Stale() {
  const { text, language } = useReading();
  const trpc = useTRPC();
  const { exerciseId, view } = useDebrief();
  const refresh = useMutation(trpc.debrief.refresh.mutationOptions());
  const calendar = view.debrief?.history.calendar;
  const asOf =
    calendar && view.asOf !== null
      ? text.debrief.asOf(formatMoment(language, calendar, view.asOf))
      : '';
  return (
    <Button
      small
      disabled={refresh.isPending || view.work !== null}
      title={`${asOf}. ${text.debrief.stale}`}
      onClick={() => refresh.mutate({ exerciseId, team: view.team.id })}
    >
      {text.debrief.refresh}
    </Button>
  );
}
