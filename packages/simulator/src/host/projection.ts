import type { ResponseState } from '../response/types.ts';
import type {
  AlertRow,
  HuntTable,
  KeyCard,
  LiveMessage,
  RunEvent,
  RunRow,
  ScenarioCard,
  Situation,
  StaffCard,
} from '../router/types.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Inject } from '../scenario/types.ts';
import { hears } from './event-sight.ts';
import type { Viewer } from './service.ts';

/** Names of fields that carry ground truth; nobody but an instructor is ever sent one. */
export const TRUTH_FIELDS: readonly string[] = [
  'truth',
  'shape',
  'label',
  'accountsLost',
  'attackRequests',
  'attackServed',
  'attackerState',
  'attack',
];

/** Only instructors may see what really happened, and not while they play themselves. */
export function seesTruth(viewer: Viewer): boolean {
  return viewer.role === 'instructor' && !viewer.sight;
}

/** Money is the executive's to see, where there are seats. */
function seesMoney(viewer: Viewer): boolean {
  return !viewer.sight || viewer.sight.tools.has('money');
}

/** A run's row as this viewer may see it: in a seat, what it is a run of is the answer. */
export function projectRun(viewer: Viewer, row: RunRow): RunRow {
  if (seesTruth(viewer)) return row;
  const { name } = row;
  const unsaid = { scenario: '', seed: 0, parent: null, checksum: null };
  return { ...row, ...unsaid, scenarioTitle: { en: name, ko: name } };
}

/** Staff as this viewer may see them: who has left, and when, is HR's to know. */
export function projectStaff(viewer: Viewer, staff: readonly StaffCard[]): StaffCard[] {
  const knows = !viewer.sight || viewer.sight.leavers;
  return staff.map((card) => (knows ? card : { ...card, leftAt: null }));
}

/** The register as this viewer may see it: a seat reads names in it, for ids say who somebody is in the story. */
export function projectKeys(
  viewer: Viewer,
  keys: readonly KeyCard[],
  staff: readonly StaffCard[],
): KeyCard[] {
  if (!viewer.sight) return [...keys];
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  return keys.map((key) => ({
    ...key,
    owner: names.get(key.owner) ?? key.owner,
    custodians: named(key.custodians),
    readers: named(key.readers),
  }));
}

/** The tables that this viewer's hunts see. */
export function projectTables(viewer: Viewer, tables: readonly HuntTable[]): HuntTable[] {
  const seen = viewer.sight?.tables;
  return tables.filter(({ name }) => !seen || seen.has(name));
}

function hourOf(viewer: Viewer, hour: HourFrame): HourFrame {
  const { truth: _truth, ...seen } = hour;
  return seesMoney(viewer) ? seen : { ...seen, cost: 0 };
}

/** Hour frames as this viewer may see them; `cost` is 0 for who does not see money. */
export function projectHours(viewer: Viewer, hours: readonly HourFrame[]): readonly HourFrame[] {
  return seesTruth(viewer) ? hours : hours.map((hour) => hourOf(viewer, hour));
}

/** An event that sent something, with its wording; any other as it is. */
function withWording(event: DomainEvent, injects: readonly Inject[]): RunEvent {
  if (event.kind !== 'inject.sent') return event;
  const sent = injects.find((each) => each.id === event.values['id']);
  if (!sent) return event;
  const { from, subject, body } = sent;
  return { ...event, inject: { from, subject, body } };
}

/** Domain events as this viewer may see them, those that sent one of the scenario's injects with its wording. */
export function projectEvents(
  viewer: Viewer,
  events: readonly DomainEvent[],
  injects: readonly Inject[],
): RunEvent[] {
  return events
    .filter((event) =>
      viewer.sight ? hears(viewer.sight, event) : seesTruth(viewer) || event.visibility === 'shop',
    )
    .map((event) => withWording(event, injects));
}

/** Alerts as this viewer may see them. */
export function projectAlerts(viewer: Viewer, alerts: readonly AlertRow[]): AlertRow[] {
  if (viewer.sight && !viewer.sight.tools.has('alerts')) return [];
  return alerts.map((alert) => {
    if (seesTruth(viewer)) return alert;
    const { truth: _truth, ...seen } = alert;
    return seen;
  });
}

/** Responses as screens need them: a deployed rule's text is with the rules, and long. */
export function projectResponses(responses: readonly ResponseState[]): ResponseState[] {
  return responses.map((state) => {
    if (!('text' in state.params)) return state;
    const { text: _text, ...params } = state.params;
    return { ...state, params };
  });
}

/** The situation as this viewer may see it. */
export function projectSituation(viewer: Viewer, situation: Situation): Situation {
  const shown = { ...situation, responses: projectResponses(situation.responses) };
  if (seesTruth(viewer)) return shown;
  const { truth: _truth, ...seen } = shown;
  const gateway = !viewer.sight || viewer.sight.tools.has('gateway') ? seen.gateway : [];
  const totals = seesMoney(viewer) ? seen.totals : { ...seen.totals, cost: null };
  return { ...seen, run: projectRun(viewer, seen.run), gateway, totals };
}

/** A scenario's card as this viewer may see it: the drawing of the attack is the answer. */
export function projectCard(viewer: Viewer, card: ScenarioCard): ScenarioCard {
  if (seesTruth(viewer)) return card;
  const { shape: _shape, ...seen } = card;
  return seen;
}

/** A live message as this viewer may see it; null when nothing of it is left. */
export function projectMessage(
  viewer: Viewer,
  message: LiveMessage,
  injects: readonly Inject[],
): LiveMessage | null {
  if (message.kind === 'hours')
    return { kind: 'hours', hours: projectHours(viewer, message.hours) };
  if (message.kind === 'alerts') {
    if (viewer.sight && !viewer.sight.tools.has('alerts')) return null;
    return { ...message, alerts: projectAlerts(viewer, message.alerts) };
  }
  if (message.kind === 'responses')
    return { kind: 'responses', responses: projectResponses(message.responses) };
  if (message.kind !== 'events') return message;
  const events = projectEvents(viewer, message.events, injects);
  return events.length > 0 ? { kind: 'events', events } : null;
}
