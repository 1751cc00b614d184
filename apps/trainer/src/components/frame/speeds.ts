import type { Speed } from '@dwell/simulator/router';

/** The speeds on offer, simulated against real time. */
export const SPEEDS: readonly Speed[] = [1, 10, 60, 600, 3600, 10_000, 36_000, 100_000];
