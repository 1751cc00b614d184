import type { DeskTeam, HypothesisTag, RecordCard } from '@dwell/simulator/router';

export type KnownEstimate = { low: number; high: number; confidence: number; at: number };
export type KnownHypothesis = { tag: HypothesisTag; text: string; confidence: number; at: number };

function latest<Kind extends RecordCard['entry']['kind']>(team: DeskTeam, kind: Kind) {
  const card = team.record.findLast((each) => each.entry.kind === kind);
  return card
    ? { ...(card.entry as Extract<RecordCard['entry'], { kind: Kind }>), at: card.at }
    : null;
}

/** The team's own picture: its latest estimate and its latest hypothesis, as recorded. */
export function knownOf(team: DeskTeam): {
  estimate: KnownEstimate | null;
  hypothesis: KnownHypothesis | null;
} {
  return { estimate: latest(team, 'estimate'), hypothesis: latest(team, 'hypothesis') };
}

/** How an estimate stands to the truth. */
export function verdictOn(estimate: KnownEstimate, truth: number): 'within' | 'below' | 'above' {
  if (truth > estimate.high) return 'below';
  return truth < estimate.low ? 'above' : 'within';
}
