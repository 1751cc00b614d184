'use client';

import { useSearchParams } from 'next/navigation';
import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Debrief } from '@dwell/simulator/router';
import type { Moment } from '@dwell/scoring';
import type { StretchAxis } from '../charts/stretch-axis.ts';
import { type DebriefAddress, readAddress } from './debrief-address.ts';
import { debriefAxis } from './debrief-axis.ts';
import { ScrubProvider } from './scrub.tsx';
import { TriedProvider } from './tried.tsx';

type Board = {
  debrief: Debrief;
  address: DebriefAddress;
  axis: StretchAxis;
  momentOf: ReadonlyMap<string, Moment>;
  /** Moments that a chosen figure rests on. */
  lit: ReadonlySet<string>;
  /** Alerts with nothing of the attack behind them, by their moments. */
  falseAlerts: ReadonlySet<string>;
};

const BoardContext = createContext<Board | null>(null);
const NONE: ReadonlySet<string> = new Set();

/** A debrief that has come, with what of it is looked at. */
export function BoardProvider({ debrief, children }: { debrief: Debrief; children: ReactNode }) {
  const params = useSearchParams();
  const address = useMemo(() => readAddress(params), [params]);
  const { history, score } = debrief;
  const axis = useMemo(() => debriefAxis(history, address.axis), [history, address.axis]);
  const momentOf = useMemo(
    () => new Map(history.moments.map((moment) => [moment.id, moment])),
    [history.moments],
  );
  const lit = useMemo(() => {
    const measure = score.measures.find((each) => each.id === address.figure);
    return measure ? new Set(measure.evidence) : NONE;
  }, [score.measures, address.figure]);
  const falseAlerts = useMemo(
    () => new Set(history.alerts.filter((each) => !each.attack).map((each) => each.moment)),
    [history.alerts],
  );
  const board = useMemo<Board>(
    () => ({ debrief, address, axis, momentOf, lit, falseAlerts }),
    [debrief, address, axis, momentOf, lit, falseAlerts],
  );
  const first = address.at ?? momentOf.get(address.moment ?? '')?.at ?? history.to;
  return (
    <BoardContext value={board}>
      <ScrubProvider first={first} from={axis.timeAt(0)} to={axis.timeAt(1)}>
        <TriedProvider tried={address.tried}>{children}</TriedProvider>
      </ScrubProvider>
    </BoardContext>
  );
}

/** The debrief on the board. */
export function useBoard(): Board {
  const board = use(BoardContext);
  if (!board) throw new Error('useBoard needs a BoardProvider above it');
  return board;
}
