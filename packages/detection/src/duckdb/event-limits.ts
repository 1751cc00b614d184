import type { EventLimits } from '../stream/event-view.ts';

/** Both engines take whatever `readEvents` lets through. */
export const EVENT_LIMITS: EventLimits = {
  depthMax: Number.POSITIVE_INFINITY,
  valuesMax: Number.POSITIVE_INFINITY,
  textMax: Number.POSITIVE_INFINITY,
};
