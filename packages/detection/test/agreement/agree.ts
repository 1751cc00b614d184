import { ruleText, type Writing } from '../generate/rule-text.ts';
import type { Plain } from '../reference/documents.ts';
import type { JsonObject } from '../reference/event.ts';
import { difference } from './difference.ts';
import { type Case, caseText, minimise } from './minimise.ts';

/** Throws with a small case, ready to be run again, when the engines do not all say the same. */
export async function agree(
  documents: readonly Plain[],
  events: readonly JsonObject[],
  how: Writing,
): Promise<void> {
  const found = await difference(ruleText(documents, how), events);
  if (found === null) return;
  // Taking documents away makes errors of its own.
  if (found.between === 'parser') throw new Error(`${found.says}\n${ruleText(documents, how)}`);
  const again = async (it: Case) => difference(ruleText(it.documents, how), it.events);
  const fails = async (it: Case) => (await again(it))?.between === found.between;
  const small = await minimise({ documents, events }, fails);
  const says = (await again(small))?.says ?? found.says;
  throw new Error(`${says}\n${caseText(ruleText(small.documents, how), small.events)}`);
}
