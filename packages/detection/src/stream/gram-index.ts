/** A text to look for in other texts, at their start or end or anywhere; `id` is told when it is there. */
export type Needle = { text: string; where: 'start' | 'end' | 'inside'; id: number };

const SPREAD = 0x9e37_79b1;

/**
 * Finds many texts in one in a single pass: of each needle its rarest run of `width` characters is kept
 * in a hash table, every run of the text is looked up, and what is found there is compared in full. Time
 * is linear in the text as long as few needles share a run.
 */
export class GramIndex {
  readonly #mask: number;
  readonly #shift: number;
  /** Per slot of the table: its first entry, or -1. */
  readonly #slots: Int32Array;
  /** Per entry: its run, the next entry of the slot, and how far the run ends into the needle. */
  readonly #runs: Int32Array;
  readonly #nexts: Int32Array;
  readonly #ends: Int32Array;
  readonly #needles: readonly Needle[];

  /** @param width 1 to 4; no needle is shorter */
  constructor(needles: readonly Needle[], width: 1 | 2 | 4) {
    this.#mask = width === 4 ? -1 : (1 << (8 * width)) - 1;
    let bits = 6;
    while (1 << bits < needles.length * 8 && bits < 20) bits++;
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(1 << bits).fill(-1);
    this.#runs = new Int32Array(needles.length);
    this.#nexts = new Int32Array(needles.length);
    this.#ends = new Int32Array(needles.length);
    this.#needles = needles;
    const counts = countRuns(needles, width, this.#mask);
    for (const [entry, { text }] of needles.entries()) {
      let best = -1;
      let bestCount = Infinity;
      eachRun(text, width, this.#mask, (run, end) => {
        const count = counts.get(run)!;
        if (count < bestCount) [best, bestCount] = [end, count];
      });
      const run = runAt(text, best, this.#mask);
      const slot = Math.imul(run, SPREAD) >>> this.#shift;
      this.#runs[entry] = run;
      this.#ends[entry] = best;
      this.#nexts[entry] = this.#slots[slot]!;
      this.#slots[slot] = entry;
    }
  }

  /** Calls `found` with the id of each needle in the text, at least once. */
  scan(text: string, found: (id: number) => void): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const shift = this.#shift;
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      last = (last << 8) | (text.charCodeAt(at) & 255);
      const run = last & mask;
      const entry = slots[Math.imul(run, SPREAD) >>> shift]!;
      if (entry >= 0) this.#compare(entry, run, text, at, found);
    }
  }

  #compare(
    first: number,
    run: number,
    text: string,
    at: number,
    found: (id: number) => void,
  ): void {
    for (let entry = first; entry >= 0; entry = this.#nexts[entry]!) {
      if (this.#runs[entry] !== run) continue;
      const start = at - this.#ends[entry]!;
      if (start < 0) continue;
      const needle = this.#needles[entry]!;
      if (needle.where === 'start' && start !== 0) continue;
      if (needle.where === 'end' && start + needle.text.length !== text.length) continue;
      if (text.startsWith(needle.text, start)) found(needle.id);
    }
  }
}

function countRuns(needles: readonly Needle[], width: number, mask: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { text } of needles) {
    eachRun(text, width, mask, (run) => counts.set(run, (counts.get(run) ?? 0) + 1));
  }
  return counts;
}

/** Each run of the text, and the place of its last character. */
function eachRun(
  text: string,
  width: number,
  mask: number,
  tell: (run: number, end: number) => void,
): void {
  for (let end = width - 1; end < text.length; end++) tell(runAt(text, end, mask), end);
}

function runAt(text: string, end: number, mask: number): number {
  let run = 0;
  for (let at = Math.max(0, end - 3); at <= end; at++) {
    run = (run << 8) | (text.charCodeAt(at) & 255);
  }
  return run & mask;
}
