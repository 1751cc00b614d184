import type { EventLimits } from '../stream/event-view.ts';

/** Both engines take whatever JSON holds, but for nesting that would overflow the stack. */
export const EVENT_LIMITS: EventLimits = {
  depthMax: 1000,
  valuesMax: Number.POSITIVE_INFINITY,
  textMax: Number.POSITIVE_INFINITY,
};
