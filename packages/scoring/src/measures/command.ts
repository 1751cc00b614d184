import type { History, HistoryDecision } from '../history.ts';
import { programmeMinute } from '../programme-minute.ts';
import { type Figure, type Part, unknown } from './figure.ts';

/** First correct hypothesis: minute of the programme at which the earliest one was written down. */
export function firstHypothesis({ hypotheses, phases }: History): Figure {
  const correct = hypotheses.filter((hypothesis) => hypothesis.correct);
  if (correct.length === 0) {
    return unknown('no-hypothesis', { evidence: hypotheses.map(({ moment }) => moment) });
  }
  const at = Math.min(...correct.map((hypothesis) => hypothesis.at));
  const evidence = correct.filter((each) => each.at === at).map(({ moment }) => moment);
  const value = programmeMinute(phases, at);
  return value === null ? unknown('no-phases', { at, evidence }) : { value, at, evidence };
}

/** Hints: how many were taken. Parts: how many of each inject; prices are the history's. */
export function hints({ hints: taken }: History): Figure {
  const injects = [...new Set(taken.map(({ inject }) => inject))].toSorted();
  return {
    value: taken.length,
    evidence: taken.map(({ moment }) => moment),
    parts: injects.map((inject) => {
      const of = taken.filter((hint) => hint.inject === inject);
      return { of: inject, value: of.length, evidence: of.map(({ moment }) => moment) };
    }),
  };
}

/** Time to command: minute of the programme from which there was one commander. */
export function timeToCommand({ commandedAt, phases }: History): Figure {
  if (!commandedAt) return unknown('no-commander');
  const { at, moment } = commandedAt;
  const value = programmeMinute(phases, at);
  if (value === null) return unknown('no-phases', { at, evidence: [moment] });
  return { value, at, evidence: [moment] };
}

/**
 * Decisions logged: of what was decided and took effect, the share that was said why and how sure. Papers
 * that were filed or issued are not among them: they are judged by what they say. Parts
 * are shares too: those logged, and those that lack a reason, a confidence, or any evidence (which only a
 * part minds).
 */
export function decisionsLogged({ decisions, documents, clocks }: History): Figure {
  const papers = new Set([...documents.map(({ form }) => form), ...clocks.map(({ rule }) => rule)]);
  const taken = decisions.filter(
    ({ effectiveAt, act }) => effectiveAt !== null && !papers.has(act),
  );
  if (taken.length === 0) return unknown('no-decisions');
  const part = (of: string, keep: (decision: HistoryDecision) => boolean): Part => {
    const kept = taken.filter(keep);
    return { of, value: kept.length / taken.length, evidence: kept.map(({ moment }) => moment) };
  };
  const logged = part('logged', ({ why, confidence }) => why && confidence !== null);
  return {
    value: logged.value,
    evidence: taken.map(({ moment }) => moment),
    parts: [
      logged,
      part('no-why', ({ why }) => !why),
      part('no-confidence', ({ confidence }) => confidence === null),
      part('no-evidence', ({ evidence }) => evidence === 0),
    ],
  };
}

/** Injects missed: of those that matter, how many were not met in time. Parts: each of them. */
export function injectsMissed({ injects }: History): Figure {
  const sent = injects.filter(({ matters, sentAt }) => matters && sentAt !== null);
  if (sent.length === 0) return unknown('no-injects');
  const missed = sent.filter(({ missedAt }) => missedAt !== null);
  return {
    value: missed.length,
    evidence: missed.flatMap(({ moments }) => moments),
    parts: missed.map(({ id, moments }) => ({ of: id, value: 1, evidence: moments })),
  };
}
