import type { ExerciseInject, ExercisePlan } from '../../../exercise/types.ts';
import type { InboxItem } from '../../../router/exercise-types.ts';
import type { Role } from '../../../scenario/roles.ts';
import type { Inject } from '../../../scenario/types.ts';
import { type Audience, hears } from './audience.ts';
import { type InjectFacts, injectFacts, type TeamFacts } from './team-facts.ts';

/** Channels that only tell; nobody writes back to the news. */
const ONE_WAY: readonly Inject['channel'][] = ['news', 'social'];

/** An inject with the facilitator's hand on it; null while there is no wording at all. */
export type ShownInject = {
  to: readonly Role[];
  channel: Inject['channel'];
  from: string;
  subject: Inject['subject'];
  body: Inject['body'];
};

/** How an inject looks now: as planned, or as the facilitator worded and addressed it. */
export function shownInject(
  planned: ExerciseInject | null,
  facts: InjectFacts,
): ShownInject | null {
  const wording = facts.wording ?? planned;
  if (!wording) return null;
  const { from, subject, body } = wording;
  return {
    to: facts.to ?? planned?.to ?? [],
    channel: facts.channel ?? planned?.channel ?? 'mail',
    ...{ from, subject, body },
  };
}

/** Has it reached an inbox, and not been taken back before it was read? */
export function isOut(facts: InjectFacts): boolean {
  return facts.sentAt !== null && facts.withdrawnAt === null;
}

/** The inbox of a role set, oldest first. Nothing in it says what is wanted, or whether it matters. */
export function inboxSection(
  plan: ExercisePlan,
  facts: TeamFacts,
  audience: Audience,
): readonly InboxItem[] {
  const planned = new Map(plan.injects.map((inject) => [inject.id, inject]));
  const items: InboxItem[] = [];
  for (const id of new Set([...planned.keys(), ...facts.injects.keys()])) {
    const of = injectFacts(facts, id);
    const inject = planned.get(id) ?? null;
    const shown = shownInject(inject, of);
    if (isOut(of) && shown && hears(audience, shown.to)) items.push(itemOf(id, inject, shown, of));
  }
  return items.sort((x, y) => x.at - y.at || (x.id < y.id ? -1 : 1));
}

function itemOf(
  id: string,
  planned: ExerciseInject | null,
  shown: ShownInject,
  facts: InjectFacts,
): InboxItem {
  const options = (planned?.options ?? []).map(optionCard);
  const hints = (planned?.hints ?? []).map(({ text, price }) => ({ text, price }));
  const next = hints[facts.hints];
  const [read] = facts.reads;
  return {
    id,
    ...shown,
    at: facts.sentAt!,
    read: read ? { at: read.at, by: read.by } : null,
    options,
    answerable: options.length > 0 || !ONE_WAY.includes(shown.channel),
    answers: facts.answers,
    hintsLeft: Math.max(0, hints.length - facts.hints),
    ...(next ? { hintPrice: next.price } : {}),
    hints: hints.slice(0, facts.hints),
  };
}

/** An option as it is chosen from: its effects stay behind. */
export function optionCard({
  id,
  text,
  price,
}: ExerciseInject['options'][number]): InboxItem['options'][number] {
  return { id, text, ...(price ? { price } : {}) };
}
