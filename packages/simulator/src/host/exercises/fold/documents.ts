import type { Finding } from '../../../exercise/documents/types.ts';
import type { DocumentCard } from '../../../router/exercise-types.ts';
import type { TeamFacts } from './team-facts.ts';

/** Documents that are out, oldest first, with the checker's notes by the document's sequence number. */
export function documentsSection(
  facts: TeamFacts,
  findings: (sequence: number) => readonly Finding[],
): readonly DocumentCard[] {
  return facts.issued.map(({ sequence, at, by, role, rule, document }) => ({
    ...{ sequence, at, by, role, rule, document },
    findings: findings(sequence),
  }));
}
