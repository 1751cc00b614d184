const CANDIDATES_MAX = 5000;

/** The candidate nearest to the word by edit distance, if near enough to be a slip. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const short = word.slice(0, 80).toLowerCase();
  let best: string | null = null;
  let bestDistance = limit(short) + 1;
  let left = CANDIDATES_MAX;
  for (const candidate of candidates) {
    if (--left < 0) break;
    if (Math.abs(candidate.length - short.length) >= bestDistance) continue;
    const distance = editDistance(short, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `did you mean "x"?`, or what else to do. */
export function didYouMean(
  word: string,
  candidates: readonly string[],
  otherwise = `there is ${candidates.slice(0, 40).join(', ')}`,
): string {
  const near = closest(word, candidates);
  return near === null ? otherwise : `did you mean "${near}"?`;
}

/** Slips that a word of this length may hold. */
const limit = (word: string) =>
  word.length < 3 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 3)));

/** Changes, insertions, deletions and swaps of neighbours that lead from one word to the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = j > 1 && i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? before[j - 2]! + 1 : change;
      row.push(Math.min(change, swap, previous[j]! + 1, row[j - 1]! + 1));
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
