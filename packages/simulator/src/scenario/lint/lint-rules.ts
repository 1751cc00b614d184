import { type Document, link, parseRules } from '@dwell/detection';
import { checkFields } from '../../detection/check-fields.ts';
import type { Problem } from '../problem.ts';
import type { Located } from '../yaml/located.ts';

const KEYS = ['detection', 'correlation', 'filter'] as const;
const FIRST_KEY = /^(title|logsource|detection|correlation|filter)\s*:/m;
const KIND_KEY = /^kind\s*:/m;

/** Is this text surely one of Sigma rules, correlations or filters? */
export function readsLikeRules(text: string): boolean {
  return FIRST_KEY.test(text) && !KIND_KEY.test(text);
}

/** Is this document a Sigma rule, correlation or filter? */
export function looksLikeRule(root: Located): boolean {
  return root.kind === 'map' && KEYS.some((key) => root.entries.has(key));
}

/**
 * Rules of all files of one call: each is checked by itself as it comes, then all together. What a file
 * refers to may lie elsewhere, so a reference to nothing, an id that two have and a placeholder
 * without values are warnings.
 */
export class RuleLint {
  readonly #documents: Document[] = [];
  readonly #texts = new Map<string, string>();

  /** Problems of one file by itself. */
  add(text: string, file: string): Problem[] {
    const { documents, problems } = parseRules(text, file, { unresolved: 'warning' });
    this.#documents.push(...documents);
    this.#texts.set(file, text);
    return problems;
  }

  /** Problems between files, and of rules over the shop's tables that name a table or field it has not. */
  together(): Problem[] {
    const { problems } = link(this.#documents, { references: 'warning' });
    const ours = new Set(this.#documents.filter(isOurs).map((document) => document.file));
    const own = this.#documents.filter((document) => ours.has(document.file));
    return [...problems, ...checkFields(link(own).linked, this.#texts)];
  }
}

const isOurs = (document: Document) =>
  document.kind === 'rule' && document.logSource.product === 'dwell';
