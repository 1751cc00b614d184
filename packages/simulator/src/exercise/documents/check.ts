import type { DocumentText } from '../types.ts';
import { awareFindings } from './aware-findings.ts';
import { contradictions, standingFigures } from './contradictions.ts';
import { figureFindings } from './figure-findings.ts';
import { formOf } from './forms.ts';
import { minimisingFindings } from './minimising.ts';
import { missingFindings } from './missing.ts';
import { overClaimFindings } from './over-claims.ts';
import { readDocument } from './reading.ts';
import type { Facts, Finding, IssuedDocument } from './types.ts';

/**
 * What is to be said of a document, given what was true and knowable then, and what the team had said
 * before (in order of issue). Pure: the same words give the same findings, in the same order. It reads
 * words, not meaning: every finding quotes what it means, with offsets in UTF-16 units into its field.
 * A form that is unknown is checked for everything but what it lacks.
 */
export function checkDocument(
  document: DocumentText,
  facts: Facts,
  earlier: readonly IssuedDocument[],
): Finding[] {
  const form = formOf(document.form);
  const reading = readDocument(document);
  const standing = standingFigures(reading, earlier);
  return [
    ...(form ? missingFindings(reading, form, facts) : []),
    ...minimisingFindings(reading),
    ...figureFindings(standing, facts),
    ...awareFindings(reading, facts),
    ...overClaimFindings(reading, facts, form?.audience === 'regulator'),
    ...contradictions(reading, standing, earlier),
  ];
}
