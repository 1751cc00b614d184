import { badInput } from '@dwell/core/errors';
import { makeSay } from './say.ts';
import { objectiveTitle } from './titles.ts';
import type { Block, Paper, ReportSource } from './types.ts';

/**
 * That somebody took part, in what, and what they did, on one page. It says nothing of how the team
 * scored. Errors (exit 2): `NO_SUCH` for a person who did not take part.
 */
export function certificate(source: ReportSource, person: string): Paper {
  const { history, score, language, run } = source;
  const say = makeSay(history, language);
  const { words } = say;
  const actor = history.actors.find(({ id, bot }) => id === person && !bot);
  if (!actor) {
    const what = `nobody "${person.slice(0, 80)}" took part`;
    throw badInput('NO_SUCH', what, source.title, 'choose a person of the exercise');
  }
  const did = score.people.find(({ by }) => by === person);
  const { certificate: own, facts } = words;
  const practised = score.objectives.map(({ objective }) => objectiveTitle(source, say, objective));
  const rows = [
    [facts.exercise, say.text(source.exercise)],
    [facts.team, source.team],
    [facts.day, source.day ?? words.unknown],
    [words.heads.roles, actor.roles.map(say.role).join(', ') || words.none],
    [own.objectives, practised.join('\n')],
    ...(did ? [[own.did, own.counts(did)]] : []),
    [facts.scenario, `${run.scenario}, ${facts.seed} ${run.seed}, ${facts.engine} ${run.engine}`],
    [facts.checksum, run.checksum],
    [own.signed, '\n\n'],
  ];
  const blocks: Block[] = [
    { is: 'title', text: own.title, sub: source.title },
    { is: 'heading', level: 1, text: actor.name },
    { is: 'text', tone: 'lead', text: own.says },
    { is: 'table', caption: '', head: [], widths: [28, 72], rows },
    { is: 'text', tone: 'note', text: own.note },
  ];
  return { title: `${own.title} · ${actor.name}`, language, blocks };
}
