'use client';

import type { Standing } from '@/exercise/authority.ts';
import type { ProposedAct, Reasons } from '@/exercise/types.ts';
import { usePlay } from '@/exercise/use-play.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useToast } from '../ui/toast.tsx';

type Ask = {
  act: ProposedAct;
  standing: Exclude<Standing, { how: 'not' }>;
  reasons: Reasons;
  title: string;
  /** It has been taken over; with null it waits in the outbox. */
  onDone?: (answer: { sequence: number } | null) => void;
};

/** Hands over an act with its reasons, and says whether it works at once or waits for somebody's word. */
export function useProposing() {
  const play = usePlay();
  const toast = useToast();
  const { text } = useReading();
  const { roleName } = usePeople();
  const run = ({ act, standing, reasons, title, onDone }: Ask) =>
    play.run(
      { do: 'propose', act, reasons, as: standing.as },
      {
        title,
        onDone: (answer) => {
          onDone?.(answer);
          if (!answer) return;
          toast({
            severity: 'good',
            text:
              standing.how === 'alone'
                ? text.decide.tookIt(title)
                : text.decide.proposedIt(title, standing.needs.map(roleName).join(' / ')),
          });
        },
      },
    );
  return { run, busy: play.busy };
}
