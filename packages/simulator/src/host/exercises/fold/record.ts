import type { RecordCard } from '../../../router/exercise-types.ts';
import { type Audience, hears } from './audience.ts';
import type { TeamFacts } from './team-facts.ts';

/** The team's incident record, oldest first: everything written down but chat. */
export function recordSection(facts: TeamFacts): readonly RecordCard[] {
  return facts.records.filter(({ entry }) => entry.kind !== 'chat');
}

/** Chat, oldest first: to everybody, and private words from or to a role of the audience. */
export function chatSection(facts: TeamFacts, audience: Audience): readonly RecordCard[] {
  return facts.records.filter(
    ({ entry, role }) =>
      entry.kind === 'chat' && (entry.to === undefined || hears(audience, [entry.to, role])),
  );
}
