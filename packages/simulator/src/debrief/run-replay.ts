import type { SimTime } from '@dwell/core';
import type { History, LossPoint } from '@dwell/scoring';

/** What a run by itself says to a score: plain data, a function of the run alone, so it may be kept. */
export type RunReplay = {
  /** A history without the people of the room and what they wrote there. */
  history: Omit<History, 'actors' | 'freezes' | 'improvements' | 'bounds' | 'ended'>;
  /** Accounts lost by each time at which it changed, full scale, to the tick. */
  lost: readonly LossPoint[];
  /** The first alert with an attack behind it. */
  firstAlertAt: SimTime | null;
  /** Of the run where its log ends. */
  checksum: string;
};
