import { dayOf } from '@dwell/core';
import type { Moment, MomentKind } from '@dwell/scoring';
import type { ExerciseState, ProposalState } from '../../exercise/world/state.ts';
import type { ResponseState } from '../../response/types.ts';
import type { DomainEvent } from '../../run/frame.ts';
import type { Scenario } from '../../scenario/types.ts';
import { ACT_KINDS, COMMAND_WORDS } from './command-words.ts';
import { EVENT_WORDS } from './event-words.ts';
import { quoted, say, type Value } from './say.ts';
import { subjectOfAct, type Titles } from './titles.ts';

/** Id of an event's moment, by its place among all events. */
export const eventMoment = (index: number) => `e${index + 1}`;

export type EventContext = {
  scenario: Scenario;
  state: ExerciseState;
  titles: Titles;
  responses: readonly ResponseState[];
  proposals: ReadonlyMap<number, ProposalState>;
};

/**
 * The moments that the world's events are: what the attacker did, what followed, and what reached the
 * team. What only echoes a command is left out, but for agreements by which something took effect.
 */
export function momentsOfEvents(events: readonly DomainEvent[], context: EventContext): Moment[] {
  const touched = new Set<number>();
  return events.flatMap((event, index): Moment[] => {
    if (event.kind === 'canary.touched') {
      const day = dayOf(context.scenario.calendar, event.at);
      if (touched.has(day)) return [];
      touched.add(day);
    }
    const moment = momentOfEvent(event, index, context);
    return moment ? [moment] : [];
  });
}

function momentOfEvent(event: DomainEvent, index: number, context: EventContext): Moment | null {
  const { kind, at, values } = event;
  const head = { id: eventMoment(index), at, by: null, role: null };
  const settled = settledAct(event, context);
  if (settled) return { ...head, ...settled };
  const words = EVENT_WORDS[kind];
  if (!words) return null;
  const named = namesIn(event, context);
  return {
    ...head,
    lane: words.lane,
    kind: words.kind,
    subject: named.subject,
    text: say(words.words, { ...values, ...named.values }),
  };
}

/** What took effect because somebody agreed to it. */
function settledAct(
  { kind, at, values }: DomainEvent,
  { proposals, titles }: EventContext,
): Omit<Moment, 'id' | 'at'> | null {
  if (!SETTLED.has(kind)) return null;
  const proposal = proposals.get(Number(values['sequence']));
  if (!proposal || proposal.needs.length === 0 || proposal.effectiveAt !== at) return null;
  const { act, by, role } = proposal;
  // A report that is a document was issued and filed: one moment of the two.
  if (act.do === 'file' && act.document && kind === 'report.filed') return null;
  const momentKind: MomentKind = act.do === 'respond' ? 'response' : ACT_KINDS[act.do];
  const text = say(COMMAND_WORDS.done, { what: titles.act(act) });
  return { lane: 'done', kind: momentKind, by, role, subject: subjectOfAct(act), text };
}

const SETTLED: ReadonlySet<string> = new Set([
  'decision.taken',
  'incident.declared',
  'report.filed',
  'document.issued',
  'response.asked',
]);

/** What the values of an event name, in words. */
function namesIn(
  { kind, values }: DomainEvent,
  { titles, responses, proposals, state }: EventContext,
): { subject: string; values: { [place: string]: Value } } {
  const id = String(values['id'] ?? '');
  const sequence = Number(values['sequence'] ?? values['proposal']);
  switch (kind) {
    case 'inject.sent':
    case 'inject.missed':
      return { subject: id, values: { inject: titles.inject(id) } };
    case 'response.effective': {
      const params = responses.find(({ commandSequence }) => commandSequence === sequence)?.params;
      return { subject: id, values: { response: titles.response(id, params ?? {}) } };
    }
    case 'proposal.failed': {
      const act = proposals.get(sequence)?.act;
      return {
        subject: act ? subjectOfAct(act) : '',
        values: { proposal: act ? titles.act(act) : '' },
      };
    }
    case 'effect.note': {
      const note = state.notes.find(({ text }) => text.en === values['text']);
      const text = note?.text ?? quoted(String(values['text'] ?? ''));
      return { subject: String(values['from'] ?? ''), values: { note: text } };
    }
    default:
      return { subject: String(values['from'] ?? values['phase'] ?? kind), values: {} };
  }
}
