import type { ResponseState } from '../response/types.ts';
import type { AlertRow, LiveMessage, RunEvent, ScenarioCard, Situation } from '../router/types.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Inject } from '../scenario/types.ts';
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

/** Only instructors may see what really happened. */
export function seesTruth(viewer: Viewer): boolean {
  return viewer.role === 'instructor';
}

function hourWithoutTruth(hour: HourFrame): HourFrame {
  const { truth: _truth, ...seen } = hour;
  return seen;
}

/** Hour frames as this viewer may see them. */
export function projectHours(viewer: Viewer, hours: readonly HourFrame[]): readonly HourFrame[] {
  return seesTruth(viewer) ? hours : hours.map(hourWithoutTruth);
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
    .filter((event) => seesTruth(viewer) || event.visibility === 'shop')
    .map((event) => withWording(event, injects));
}

/** Alerts as this viewer may see them. */
export function projectAlerts(viewer: Viewer, alerts: readonly AlertRow[]): AlertRow[] {
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
  return seen;
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
  if (message.kind === 'alerts')
    return { ...message, alerts: projectAlerts(viewer, message.alerts) };
  if (message.kind === 'responses')
    return { kind: 'responses', responses: projectResponses(message.responses) };
  if (message.kind !== 'events') return message;
  const events = projectEvents(viewer, message.events, injects);
  return events.length > 0 ? { kind: 'events', events } : null;
}
