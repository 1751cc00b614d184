import type { DocumentFinding } from '@/exercise/types.ts';

/** A stretch of a field's text; `notes` are the numbers of the findings that mean these words. */
export type Stretch = { text: string; notes: readonly number[] };

/**
 * Cuts a text at the words that findings quote, so that each stretch knows which of them mean it.
 * Findings of other fields, or without words, mark nothing; numbers are places in `findings`, from 1.
 */
export function markWords(
  text: string,
  field: string,
  findings: readonly DocumentFinding[],
): readonly Stretch[] {
  const quotes = findings.flatMap((finding, at) =>
    finding.field === field && finding.quote
      ? [{ number: at + 1, from: finding.quote.from, to: Math.min(finding.quote.to, text.length) }]
      : [],
  );
  const cuts = new Set([0, text.length]);
  for (const { from, to } of quotes) {
    if (from < text.length) cuts.add(from);
    cuts.add(to);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1]!;
    return {
      text: text.slice(from, to),
      notes: quotes.filter((each) => each.from <= from && each.to >= to).map((each) => each.number),
    };
  });
}
