import type { MomentKind } from '@dwell/scoring';

/** How much a kind of moment tells: where there is no room for all, the weightiest is drawn. */
const WEIGHT: Record<MomentKind, number> = {
  declare: 10,
  attack: 9,
  decision: 9,
  missed: 8,
  response: 8,
  file: 8,
  issue: 8,
  deploy: 7,
  estimate: 6,
  hypothesis: 6,
  inject: 5,
  verdict: 4,
  alert: 4,
  evidence: 4,
  propose: 3,
  object: 3,
  answer: 3,
  action: 3,
  hint: 3,
  world: 3,
  control: 2,
  agree: 2,
  note: 2,
  assign: 1,
  read: 1,
  chat: 1,
};

export const weightOf = (kind: MomentKind): number => WEIGHT[kind];
