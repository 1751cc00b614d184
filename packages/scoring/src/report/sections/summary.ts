import { isComplete } from '../../improvement.ts';
import type { Letter } from '../../score.ts';
import type { Context, Section } from '../context.ts';
import type { Block } from '../types.ts';

const RANK: Readonly<Record<Letter, number>> = { P: 3, S: 2, M: 1, U: 0 };

function attack({ source: { history }, say }: Context): string[] {
  const { sentences: s } = say.words;
  const { outcome } = history;
  if (outcome.attackStartedAt === null) return [s.noAttack];
  const { attackStartedAt, detectedAt, containedAt, firstTrueAlertAt } = outcome;
  return [
    s.attackStarted(say.at(attackStartedAt)),
    firstTrueAlertAt === null ? '' : s.firstAlert(say.at(firstTrueAlertAt)),
    detectedAt === null
      ? s.notDetected
      : s.detected(say.at(detectedAt), say.span(detectedAt - attackStartedAt)),
    containedAt === null ? s.notContained : s.contained(say.at(containedAt)),
  ];
}

function harm({ source: { history }, say }: Context): string[] {
  const { sentences: s } = say.words;
  const { outcome, bounds } = history;
  const bound = (name: string) => bounds.find((each) => each.name === name)?.outcome.accountsLost;
  const nothing = bound('nothing');
  const expert = bound('expert');
  const saved = nothing === undefined ? 0 : nothing - outcome.accountsLost;
  return [
    outcome.accountsLost === 0
      ? s.lostNone
      : s.lost(say.count(outcome.accountsLost), say.count(outcome.lostBefore)),
    nothing === undefined
      ? ''
      : saved >= 0
        ? s.saved(say.count(saved), say.count(nothing))
        : s.savedNone(say.count(-saved), say.count(nothing)),
    expert === undefined ? '' : s.expert(say.count(expert)),
    s.cost(say.won(outcome.costWon), say.count(outcome.customerHoursLockedOut)),
  ];
}

function duties({ source: { history }, say }: Context): string[] {
  const { sentences: s } = say.words;
  const ran = history.clocks.filter(({ state }) => state !== 'not_started');
  const met = ran.filter(({ state }) => state === 'met');
  const late = ran.filter(({ state }) => state === 'late' || state === 'missed');
  const findings = history.documents.flatMap((each) => each.findings);
  const major = findings.filter(({ severity }) => severity === 'major');
  return [
    ran.length === 0
      ? s.noClocks
      : s.clocks(say.count(met.length), say.count(ran.length), say.count(late.length)),
    history.documents.length === 0
      ? s.noDocuments
      : s.papers(
          say.count(history.documents.length),
          say.count(findings.length),
          say.count(major.length),
        ),
  ];
}

/** The strongest and the weakest objective among those rated, or suggested where nobody has rated. */
function ends({ source: { history, score }, say }: Context): string[] {
  const { sentences: s } = say.words;
  const letters = score.objectives.flatMap(({ objective, given, suggested }) => {
    const letter = given?.letter ?? suggested;
    return letter === null ? [] : [{ objective, letter }];
  });
  const ranked = letters.sort((x, y) => RANK[y.letter] - RANK[x.letter]);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (!best || !worst || best.letter === worst.letter) return [];
  const title = (id: string) => {
    const objective = history.objectives.find((each) => each.id === id);
    return objective ? `${id} ${say.text(objective.title)}` : id;
  };
  return [
    s.best(title(best.objective), best.letter),
    s.worst(title(worst.objective), worst.letter),
  ];
}

function points({ source: { score }, say }: Context): string[] {
  const { sentences: s } = say.words;
  const { team, official, objectives } = score;
  const rated = objectives.filter(({ given }) => given !== null).length;
  const told = official.points;
  return [
    team.points === null ? s.noScore : s.teamScore(say.decimal(team.points)),
    told === null
      ? ''
      : official.final
        ? s.officialFinal(say.decimal(told))
        : s.officialProvisional(say.decimal(told), say.count(rated), say.count(objectives.length)),
  ];
}

function ahead({ source: { whatIfs, improvements }, say }: Context): string[] {
  const { sentences: s } = say.words;
  const telling = whatIfs[0];
  const complete = improvements.filter(isComplete).length;
  return [
    telling === undefined ? '' : s.fewest(say.text(telling.title), say.signed(telling.accounts)),
    s.plan(say.count(improvements.length), say.count(complete)),
  ];
}

/** The whole in sentences, each made from figures of the history and the score. */
export const summary: Section = (context) => {
  const paragraphs = [attack, harm, duties, points, ends, ahead]
    .map((part) => part(context).filter(Boolean).join(' '))
    .filter(Boolean);
  return [
    { is: 'heading', level: 1, text: context.say.words.sections.summary },
    ...paragraphs.map((text): Block => ({ is: 'text', text })),
  ];
};
