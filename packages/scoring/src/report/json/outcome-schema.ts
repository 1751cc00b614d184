import { z } from 'zod';
import { maybeTime, shape } from './parts.ts';

const figure = z.number();

/** What a run came to. */
export const outcomeSchema = shape({
  accountsLost: figure,
  lostBefore: figure,
  lostAfterFirstAlert: figure.nullable(),
  attackStartedAt: maybeTime,
  firstTrueAlertAt: maybeTime,
  detectedAt: maybeTime,
  containedAt: maybeTime,
  attackEndedAt: maybeTime,
  daysUndetected: figure.nullable(),
  residualForged: figure,
  customerHoursLockedOut: figure,
  lostOrders: figure,
  supportContacts: figure,
  secondaryHarm: figure,
  costWon: figure,
  fineWon: shape({ low: figure, high: figure }).nullable(),
});
