import { HashTable } from './hash-table.mjs';

/** Sources with fewer requests a day than this (simulated) are not judged by shares and rhythm. */
const ENOUGH = 20;
/** Changes of subject that make a walk. */
const WALK = 10;

/**
 * The detectors of FACTS §2 over one day of records: what each source and each token did. A sink for
 * `Expander.day`; figures are in simulated units, the scale is the reader's.
 */
export function detectorSink({ scale, requests }) {
  const sources = new HashTable(Math.min(9_000_000, requests));
  const n = sources.slots;
  const s = {
    requests: new Uint32Array(n),
    subjects: new Uint32Array(n),
    missing: new Uint32Array(n),
    unissued: new Uint32Array(n),
    direct: new Uint32Array(n),
    canary: new Uint32Array(n),
    changes: new Uint32Array(n),
    steps: new Uint32Array(n),
    last: new Uint32Array(n),
    attack: new Uint32Array(n),
    // Requests by quarter of the day, for the rhythm.
    quarters: [0, 1, 2, 3].map(() => new Uint32Array(n)),
  };
  const pairs = new HashTable(requests);
  const tokens = new HashTable(requests * 0.6 + 1000);
  const views = new Uint32Array(tokens.slots);
  const tokenAttack = new Uint8Array(tokens.slots);
  const issued = new Uint8Array(tokens.slots);
  let startMs = 0;
  const sink = {
    begin: (ms) => void (startMs = ms),
    http(batch) {
      for (let i = 0; i < batch.length; i++) {
        const source = batch.source[i];
        const target = batch.target[i];
        const a = sources.slot(source, 0);
        s.requests[a]++;
        if (batch.label[i] === 1) s.attack[a]++;
        if (batch.status[i] === 404) s.missing[a]++;
        if (batch.pagesBefore[i] === 0) s.direct[a]++;
        if (batch.canary[i] === 1) s.canary[a]++;
        s.quarters[Math.floor((batch.time[i] - startMs) / 21_600_000) & 3][a]++;
        if (s.last[a] !== target) {
          const step = target - s.last[a];
          if (s.last[a] !== 0) s.changes[a]++;
          if (step > 0 && step <= 4 * scale) s.steps[a]++;
          s.last[a] = target;
        }
        pairs.slot(source, target);
        if (pairs.fresh) s.subjects[a]++;
        const holder = batch.principal[i] === 0 ? target : 80_000_000 + batch.principal[i];
        const t = tokens.slot(holder, batch.token[i]);
        if (batch.status[i] === 200) views[t]++;
        if (batch.label[i] === 1) tokenAttack[t] = 1;
        if (batch.issued[i] === 0) s.unissued[a]++;
      }
    },
    auth(batch) {
      for (let i = 0; i < batch.length; i++) {
        if (batch.token[i] === 0 || batch.outcome[i] !== 0) continue;
        issued[tokens.slot(batch.account[i], batch.token[i])] = 1;
      }
    },
    minutes() {},
    rows() {},
  };
  return { sink, result: () => judge({ scale, sources, s, tokens, views, tokenAttack, issued }) };
}

/** Share of entities without attack that score at least as high as the attack's middle and weakest one. */
function rank(scores, attack) {
  const theirs = scores.filter((_, i) => attack[i]).toSorted((x, y) => x - y);
  if (theirs.length === 0) return null;
  const others = Float64Array.from(scores.filter((_, i) => !attack[i])).sort();
  const above = (score) => {
    let [low, high] = [0, others.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (others[middle] >= score) high = middle;
      else low = middle + 1;
    }
    return (others.length - low) / Math.max(1, others.length);
  };
  const middle = theirs[theirs.length >> 1];
  return {
    attack: theirs.length,
    others: others.length,
    middle,
    topMiddle: above(middle),
    topWeakest: above(theirs[0]),
    best: others.at(-1) ?? 0,
  };
}

function judge({ scale, sources, s, tokens, views, tokenAttack, issued }) {
  const all = [];
  for (let i = 0; i < sources.slots; i++) if (sources.used(i)) all.push(i);
  const busy = all.filter((i) => s.requests[i] >= ENOUGH);
  // An address is the attack's when most of what came from it was.
  const over = (list, score) =>
    rank(
      list.map(score),
      list.map((i) => s.attack[i] * 2 > s.requests[i]),
    );
  const flat = (i) => Math.min(...s.quarters.map((quarter) => quarter[i])) / s.requests[i];
  const used = [];
  for (let i = 0; i < tokens.slots; i++) if (tokens.used(i) && views[i] > 0) used.push(i);
  const forged = used.filter((i) => tokenAttack[i] === 1);
  const unknown = (list) => list.filter((i) => issued[i] === 0).length;
  return {
    sources: all.length,
    busy: busy.length,
    perToken: rank(
      Array.from(used, (i) => views[i]),
      Array.from(used, (i) => tokenAttack[i] === 1),
    ),
    tokensOverThousand: [1, 0].map(
      (kind) =>
        used.filter(
          (i) =>
            tokenAttack[i] === kind && views[i] * (tokens.high(i) >= 80_000_000 ? scale : 1) > 1000,
        ).length,
    ),
    neverIssued: {
      forged: unknown(forged),
      ofForged: forged.length,
      others: unknown(used) - unknown(forged),
      ofOthers: used.length - forged.length,
    },
    bySource: {
      subjects: over(all, (i) => s.subjects[i]),
      unissued: over(all, (i) => s.unissued[i]),
      missing: over(all, (i) => s.missing[i]),
      direct: over(all, (i) => s.direct[i]),
      canary: over(all, (i) => s.canary[i]),
      sequential: over(
        busy.filter((i) => s.changes[i] >= WALK),
        (i) => s.steps[i] / s.changes[i],
      ),
      flat: over(busy, flat),
    },
  };
}
