import type { HistoryDecision } from '@dwell/scoring';
import type { ProposalState } from '../../exercise/world/state.ts';
import type { Command, ProposedAct } from '../../run/command.ts';
import { commandMoment } from '../moments/command-moments.ts';
import { subjectOfAct, type Titles } from '../moments/titles.ts';
import type { Source } from './source.ts';

/** Acts that are no decision: rules come and go as the work asks for it. */
const NOT_DECIDED: readonly string[] = ['deploy-rule', 'retire-rule'];

/** What the team decided, in order: proposals with those who agreed and objected, and bare acts. */
export function decisionsOf({ logged, proposals, titles }: Source): HistoryDecision[] {
  return logged.commands.flatMap((command): HistoryDecision[] => {
    const { body } = command;
    if (body.do === 'propose') {
      const proposal = proposals.get(command.sequence);
      return proposal && isDecision(body.act) ? [proposed(proposal, titles)] : [];
    }
    if (!isAct(body) || !isDecision(body)) return [];
    return [bare(command, body, titles)];
  });
}

function isAct(body: Command['body']): body is Exclude<ProposedAct, { do: 'decide' }> {
  return ['respond', 'declare', 'file', 'issue'].includes(body.do);
}

function isDecision(act: ProposedAct): boolean {
  return act.do !== 'respond' || !NOT_DECIDED.includes(act.response);
}

function proposed(proposal: ProposalState, titles: Titles): HistoryDecision {
  const { sequence, act, at, effectiveAt, by, agreed, objected, reasons } = proposal;
  return {
    moment: commandMoment(sequence),
    act: subjectOfAct(act),
    option: act.do === 'decide' ? act.option : null,
    title: titles.act(act),
    at,
    effectiveAt,
    by,
    agreed: agreed.map((voice) => voice.by),
    objected: objected.map((voice) => voice.by),
    why: (reasons.why ?? '').trim() !== '',
    confidence: reasons.confidence ?? null,
    evidence: reasons.evidence?.length ?? 0,
    moments: [...agreed, ...objected]
      .sort((x, y) => x.sequence - y.sequence)
      .map((voice) => commandMoment(voice.sequence)),
  };
}

/** Somebody did it by themselves; a note that goes with it is its reason. */
function bare({ sequence, at, by }: Command, act: ProposedAct, titles: Titles): HistoryDecision {
  return {
    moment: commandMoment(sequence),
    act: subjectOfAct(act),
    option: null,
    title: titles.act(act),
    at,
    effectiveAt: at,
    by,
    agreed: [],
    objected: [],
    why: 'note' in act && (act.note ?? '').trim() !== '',
    confidence: null,
    evidence: 0,
    moments: [],
  };
}
