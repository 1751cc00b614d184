'use client';

import { useMemo } from 'react';
import { type Standing, standingOf } from '@/exercise/authority.ts';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import type { ProposedAct } from '@/exercise/types.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ReasonsFields, useReasons } from '../console/reasons-fields.tsx';
import { StandingNote } from '../console/standing-note.tsx';
import { useProposing } from '../console/use-proposing.ts';
import { Button } from '../ui/button.tsx';

/** How the viewer stands to an act by its name on authority cards, and the way to hand it over with reasons. */
export function useProposal(act: string) {
  const room = useRoom();
  const reasons = useReasons(`respond.${act}`);
  const proposing = useProposing();
  const standing = useMemo<Standing>(
    () => standingOf(room?.cards ?? [], room?.me.roles ?? [], act),
    [room?.cards, room?.me.roles, act],
  );
  const send = (what: ProposedAct, title: string, onDone: () => void) => {
    if (standing.how === 'not') return;
    proposing.run({
      act: what,
      standing,
      reasons: reasons.reasons,
      title,
      onDone: () => {
        reasons.clear();
        onDone();
      },
    });
  };
  return { standing, reasons, send, busy: proposing.busy };
}

type Props = {
  proposal: ReturnType<typeof useProposal>;
  /** What the button says where nobody else must agree. */
  verb: string;
  disabled: boolean;
  note?: string;
  onAct: () => void;
};

/** The end of a decision in an exercise: why, how sure, on what; and whether a second person must agree. */
export function ProposeFooter({ proposal, verb, disabled, note, onAct }: Props) {
  const { text } = useReading();
  const { standing, reasons, busy } = proposal;
  return (
    <>
      {standing.how !== 'not' && <ReasonsFields of={reasons} />}
      <footer className="flex flex-wrap items-center gap-4">
        {standing.how !== 'not' && (
          <Button kind="primary" disabled={disabled || busy} onClick={onAct}>
            {standing.how === 'alone' ? verb : text.decide.propose}
          </Button>
        )}
        <StandingNote standing={standing} />
        {note && <span className="text-12 text-ink-3">{note}</span>}
      </footer>
    </>
  );
}
