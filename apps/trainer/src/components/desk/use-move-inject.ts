'use client';

import type { SimTime } from '@dwell/core/time';
import type { DeskInject, DeskTeam } from '@dwell/simulator/router';
import { useToast } from '@/components/ui/toast.tsx';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDeskActs } from '@/live/desk-provider.tsx';

/** Moves an inject in time for a team; ten seconds to take it back. False when it was refused. */
export function useMoveInject(team: DeskTeam) {
  const { text, language } = useReading();
  const toast = useToast();
  const { control } = useDeskActs();
  return async (inject: DeskInject, at: SimTime): Promise<boolean> => {
    const { calendar, clock } = team.run;
    if (at <= clock.now) {
      toast({ severity: 'attention', text: text.injects.movePast });
      return false;
    }
    const send = (to: SimTime) =>
      control(team.team.id, { do: 'inject', inject: inject.id, act: 'move', at: to });
    const before = inject.plannedAt;
    if (!(await send(at))) return false;
    toast({
      severity: 'good',
      text: text.injects.moved(formatMoment(language, calendar, at)),
      ...(before !== null && before > clock.now
        ? { undo: { text: text.common.undo, run: () => void send(before) } }
        : {}),
    });
    return true;
  };
}
