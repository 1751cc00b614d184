import { alignmentOf } from './alignment.ts';
import { calibrationOf } from './calibration.ts';
import type { Actor, History, MomentKind } from './history.ts';
import { hundredths } from './equation/hundredths.ts';
import type { Act, Credit, Template } from './score.ts';

/** Acts that are moments of their own; the rest stand with the decisions that they were about. */
const BY_KIND: { [kind in MomentKind]?: Act } = {
  evidence: 'queried',
  deploy: 'queried',
  hypothesis: 'recorded',
  estimate: 'recorded',
  action: 'recorded',
  note: 'recorded',
  answer: 'answered',
  verdict: 'verdicts',
};

const ACTS: readonly Act[] = [
  'queried',
  'proposed',
  'approved',
  'objected',
  'recorded',
  'answered',
  'verdicts',
];

type Log = { [act in Act]: Set<string> };

/**
 * What each person did, by the log alone. A paper or an act earns its proposer and those who agreed or
 * objected, never whoever pressed a button afterwards; agreeing with oneself earns nothing. Hunts put on
 * record and rules put to work count as queries. Everybody is there who holds a role or did anything.
 *
 * Points, 0–100: over the acts that are open to one of the person's roles and that somebody did, the
 * weighted mean of their own number over that of the busiest person. Null for a bot, and where nobody
 * else is at the table to be compared with.
 */
export function creditsOf(
  history: History,
  template: Pick<Template, 'credit' | 'seats'>,
): Credit[] {
  const logs = new Map(history.actors.map(({ id }) => [id, logOf(history, id)]));
  const there = history.actors.filter(
    ({ id, roles }) => roles.length > 0 || ACTS.some((act) => logs.get(id)![act].size > 0),
  );
  const people = there.filter(({ bot }) => !bot);
  const busiest = (act: Act) => Math.max(0, ...people.map(({ id }) => logs.get(id)![act].size));
  const most = Object.fromEntries(ACTS.map((act) => [act, busiest(act)])) as {
    [act in Act]: number;
  };
  return there.map((actor) => {
    const log = logs.get(actor.id)!;
    const alone = actor.bot || people.length < 2;
    return {
      by: actor.id,
      roles: actor.roles,
      ...(Object.fromEntries(ACTS.map((act) => [act, log[act].size])) as { [act in Act]: number }),
      points: alone ? null : pointsOf(actor, log, most, template),
      alignment: actor.bot ? null : alignmentOf(history, actor.id),
      calibration: actor.bot ? null : calibrationOf(history, actor.id),
      evidence: evidenceOf(history, log),
    };
  });
}

function logOf(history: History, id: string): Log {
  const log = Object.fromEntries(ACTS.map((act) => [act, new Set<string>()])) as Log;
  for (const moment of history.moments) {
    const act = moment.by === id ? BY_KIND[moment.kind] : undefined;
    if (act) log[act].add(moment.id);
  }
  const own = new Set(history.moments.filter(({ by }) => by === id).map((each) => each.id));
  for (const decision of history.decisions) {
    if (decision.by === id) {
      log.proposed.add(decision.moment);
      continue;
    }
    const said = decision.moments.filter((moment) => own.has(moment));
    const where = (kind: MomentKind) =>
      history.moments.find((each) => each.kind === kind && said.includes(each.id))?.id;
    if (decision.agreed.includes(id)) log.approved.add(where('agree') ?? decision.moment);
    if (decision.objected.includes(id)) log.objected.add(where('object') ?? decision.moment);
  }
  return log;
}

function pointsOf(
  actor: Actor,
  log: Log,
  most: { [act in Act]: number },
  { credit, seats }: Pick<Template, 'credit' | 'seats'>,
): number {
  const open = ACTS.filter((act) => {
    const roles = seats[act];
    const may = !roles || actor.roles.some((role) => roles.includes(role));
    return most[act] > 0 && (may || log[act].size > 0);
  });
  const weight = open.reduce((sum, act) => sum + credit[act], 0);
  if (weight === 0) return 0;
  const share = open.reduce((sum, act) => sum + (credit[act] * log[act].size) / most[act], 0);
  return hundredths((100 * share) / weight);
}

/** Ids of what it rests on, in the order in which it happened. */
function evidenceOf(history: History, log: Log): string[] {
  const ids = new Set(ACTS.flatMap((act) => [...log[act]]));
  return history.moments.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}
