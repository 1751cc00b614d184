import type { Command } from '../../run/command.ts';
import type { WorldApi } from '../../world/world-api.ts';
import { checkDocument } from '../documents/check.ts';
import type { DocumentText } from '../types.ts';
import { factsAt } from './facts.ts';
import { exerciseOf } from './injects.ts';

/** A document goes out: kept with what was true and knowable then, and with what the checker finds in it. */
export function issueDocument(
  world: WorldApi,
  { sequence, by, role }: Omit<Command, 'body'>,
  document: DocumentText,
  rule: string | null,
): void {
  const { documents } = exerciseOf(world);
  const facts = factsAt(world);
  const findings = checkDocument(document, facts, documents).map(({ code }) => code);
  documents.push({ sequence, at: world.now, by, role, rule, document, facts, findings });
  const { form } = document;
  world.emit('document.issued', 'shop', { form, role, sequence, ...(rule && { rule }) });
}
