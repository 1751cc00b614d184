import type { History, HistoryDocument, HistoryFinding } from '../history.ts';
import { type Figure, unknown } from './figure.ts';

/** How many findings of a kind papers have. Parts: each paper by its form, in the order of issue. */
function count(papers: readonly HistoryDocument[], kind: HistoryFinding['kind']): Figure {
  if (papers.length === 0) return unknown('no-documents');
  const parts = papers.map(({ form, moment, findings }) => ({
    of: form,
    value: findings.filter((finding) => finding.kind === kind).length,
    evidence: [moment],
  }));
  const found = parts.filter(({ value }) => value > 0);
  return {
    value: found.reduce((sum, { value }) => sum + value, 0),
    evidence: found.flatMap(({ evidence }) => evidence),
    parts,
  };
}

/** Contradictions: places where a paper says another thing than one before it, over all that were issued. */
export function contradictions({ documents }: History): Figure {
  return count(documents, 'contradiction');
}

/**
 * Items omitted: what a paper had to say and did not, in the latest of each form, since a later one
 * mends what an earlier one left out.
 */
export function itemsOmitted({ documents }: History): Figure {
  const latest = new Map(documents.map((paper) => [paper.form, paper]));
  return count(
    documents.filter((paper) => latest.get(paper.form) === paper),
    'missing',
  );
}

/** Minimising words: places that play it down, over all papers that were issued; what is out cannot be unsaid. */
export function minimising({ documents }: History): Figure {
  return count(documents, 'minimising');
}
