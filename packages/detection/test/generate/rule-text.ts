import * as fc from 'fast-check';
import { stringify } from 'yaml';
import type { Plain } from '../reference/documents.ts';

/** The ways in which YAML may write the same documents. */
export type Writing = 'single' | 'double' | 'plain' | 'flow' | 'json';
export const writing = fc.constantFrom<Writing>('single', 'double', 'plain', 'flow', 'json');

/** One file with these documents. */
export function ruleText(documents: readonly Plain[], how: Writing): string {
  return documents.map((document) => documentText(document, how)).join('---\n');
}

function documentText(document: Plain, how: Writing): string {
  if (how === 'json') return `${JSON.stringify(document)}\n`;
  return stringify(document, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    defaultKeyType: 'PLAIN',
    ...(how === 'flow' ? { collectionStyle: 'flow' as const } : {}),
    defaultStringType:
      how === 'double' ? 'QUOTE_DOUBLE' : how === 'plain' ? 'PLAIN' : 'QUOTE_SINGLE',
  });
}
