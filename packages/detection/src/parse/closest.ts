const CANDIDATES_MAX = 5000;

/** The candidate nearest to the word by edit distance, if near enough to be a slip. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const short = word.slice(0, 80).toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.min(3, Math.max(1, Math.floor(short.length / 3))) + 1;
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

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
