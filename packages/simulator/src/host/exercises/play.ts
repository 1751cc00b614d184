import { badInput, type DwellError } from '@dwell/core';
import { isSomebodyElse } from '../../exercise/world/proposals.ts';
import type { ExercisePlan, RecordEntry } from '../../exercise/types.ts';
import type { CommandRequest, ExerciseBody, ProposedAct } from '../../run/command.ts';
import type { Role } from '../../scenario/roles.ts';
import type { TeamAct } from '../exercise-service.ts';
import { type HoldersOf, needsOf, seatRefuses } from './needs.ts';
import { asks } from './fold/decisions.ts';
import { isOut, shownInject } from './fold/inbox.ts';
import { injectFacts, plannedInject, type TeamFacts } from './fold/team-facts.ts';

/** What is known of a team when somebody acts. */
export type Table = { plan: ExercisePlan; facts: TeamFacts; holders: HoldersOf };

/** Who acts: a person, or a bot, with the roles they speak for. */
export type Actor = {
  person: string;
  roles: readonly Role[];
  /** Their name among holders, where it is not the person's: bots are told apart by their seats. */
  holder?: string;
};

function noSuch(what: string, where: string): DwellError {
  return badInput(
    'NO_SUCH',
    `there is no such ${what}`,
    where,
    'choose one that your screen shows',
  );
}

/**
 * The command that an act of a team becomes, checked against seat, roles and authority. Null when it
 * has been done before and doing it again would say nothing: a second reading.
 * Errors: `NOT_ALLOWED`, `NO_SUCH`, `ANSWERED`, `NO_HINT`, `OWN_PROPOSAL`.
 */
export function commandOf(act: TeamAct, actor: Actor, table: Table): CommandRequest | null {
  if (actor.roles.length === 0) {
    throw seatRefuses('you have no role in this team yet', 'take a seat in the lobby first');
  }
  switch (act.do) {
    case 'read':
    case 'answer':
    case 'hint':
      return inboxCommand(act, actor, table);
    case 'propose':
      return proposeCommand(act, actor, table);
    case 'agree':
    case 'object':
      return voiceCommand(act, actor, table);
    case 'record': {
      const role = act.as ?? actor.roles[0]!;
      mustHold(actor, role);
      return { by: actor.person, role, body: { do: 'record', entry: checkedEntry(act.entry) } };
    }
  }
}

function mustHold(actor: Actor, role: Role): void {
  if (!actor.roles.includes(role))
    throw seatRefuses(`you do not sit as ${role}`, 'act in a role of yours');
}

/** The role among the actor's to which an inject in their inbox was sent. */
function receivedAs(id: string, actor: Actor, { plan, facts }: Table): Role {
  const of = injectFacts(facts, id);
  const shown = shownInject(plannedInject(plan, id), of);
  const role = actor.roles.find((mine) => shown?.to.includes(mine));
  if (!isOut(of) || !role) throw noSuch('message in your inbox', id);
  return role;
}

function inboxCommand(
  act: Extract<TeamAct, { do: 'read' | 'answer' | 'hint' }>,
  actor: Actor,
  table: Table,
): CommandRequest | null {
  const role = receivedAs(act.inject, actor, table);
  const of = injectFacts(table.facts, act.inject);
  const planned = plannedInject(table.plan, act.inject);
  const request = (body: ExerciseBody) => ({ by: actor.person, role, body });
  if (act.do === 'read') {
    if (of.reads.some(({ by, role: as }) => by === actor.person && as === role)) return null;
    return request({ do: 'read', inject: act.inject });
  }
  if (act.do === 'hint') {
    if (of.hints >= (planned?.hints.length ?? 0)) {
      throw badInput(
        'NO_HINT',
        'there is no further hint',
        act.inject,
        'decide with what you know',
      );
    }
    return request({ do: 'hint', inject: act.inject, hint: of.hints });
  }
  const { inject, option, text } = act;
  if (option === undefined && !text) {
    throw badInput('INPUT', 'an answer says something', inject, 'choose an option or write words');
  }
  if (option !== undefined && !planned?.options.some(({ id }) => id === option))
    throw noSuch('option', inject);
  return request({
    do: 'answer',
    inject,
    ...(option === undefined ? {} : { option }),
    ...(text ? { text } : {}),
  });
}

function proposeCommand(
  { act, reasons, as }: Extract<TeamAct, { do: 'propose' }>,
  actor: Actor,
  { plan, facts, holders }: Table,
): CommandRequest {
  mustHold(actor, as);
  if (act.do === 'decide') checkDecision(act, plan, facts);
  const known = new Set(facts.records.map(({ sequence }) => sequence));
  if (reasons.evidence?.some((sequence) => !known.has(sequence)))
    throw noSuch('entry in the record', 'evidence');
  const needs = needsOf(
    plan,
    act,
    { person: actor.holder ?? actor.person, roles: actor.roles, as },
    holders,
  );
  return { by: actor.person, role: as, body: { do: 'propose', act, needs, reasons } };
}

function checkDecision(
  { decision, option }: Extract<ProposedAct, { do: 'decide' }>,
  plan: ExercisePlan,
  facts: TeamFacts,
): void {
  const card = plan.decisions.find(({ id }) => id === decision);
  if (!card?.options.some(({ id }) => id === option)) throw noSuch('decision or option', decision);
  if (facts.decided.has(decision)) {
    throw badInput('ANSWERED', 'this has been decided', decision, 'object on the record instead');
  }
}

function voiceCommand(
  act: Extract<TeamAct, { do: 'agree' | 'object' }>,
  actor: Actor,
  { facts }: Table,
): CommandRequest {
  const proposal = facts.proposals.find(({ sequence }) => sequence === act.proposal);
  if (!proposal) throw noSuch('proposal', `proposal ${act.proposal}`);
  const needed = actor.roles.find((role) => proposal.needs.includes(role));
  const { note } = act;
  const body = { do: act.do, proposal: act.proposal, ...(note ? { note } : {}) };
  if (act.do === 'object') return { by: actor.person, role: needed ?? actor.roles[0]!, body };
  if (!isSomebodyElse(proposal, { by: actor.person, role: needed ?? '' })) {
    throw badInput(
      'OWN_PROPOSAL',
      'nobody agrees with a proposal of their own',
      `proposal ${act.proposal}`,
      'somebody else in a role that is needed must agree',
    );
  }
  const open = actor.roles.find((role) => asks(proposal, { roles: [role], person: null }));
  if (!open) throw seatRefuses('this proposal does not wait for a role of yours', 'nothing to do');
  return { by: actor.person, role: open, body };
}

/** Bounds that types cannot say. Errors: `INPUT`. */
function checkedEntry(entry: RecordEntry): RecordEntry {
  if (entry.kind === 'estimate' && entry.low > entry.high) {
    throw badInput('INPUT', 'the low end lies above the high one', 'low', 'swap the two');
  }
  return entry;
}
