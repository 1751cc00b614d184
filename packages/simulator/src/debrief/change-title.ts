import type { Command } from '../run/command.ts';
import type { Text } from '../scenario/types.ts';
import type { BaseRun } from './base-run.ts';
import { alternative } from './change-log.ts';
import { say } from './moments/say.ts';
import { spanWords, timeWords, titleOfCommand, titlesOf } from './run-titles.ts';
import type { Change } from './types.ts';

const WORDS = {
  earlier: { en: '{what}: {span} earlier', ko: '{what}: {span} 먼저' },
  later: { en: '{what}: {span} later', ko: '{what}: {span} 늦게' },
  same: { en: '{what}: as it was', ko: '{what}: 그대로' },
  instead: { en: 'Instead: {what}', ko: '대신: {what}' },
  never: { en: 'Without: {what}', ko: '{what} 없이' },
  add: { en: 'Also, at {time}: {what}', ko: '추가로 {time}에: {what}' },
};

const TEAMS: Readonly<Record<string, Text>> = {
  nothing: { en: 'Had nobody done anything', ko: '아무도 아무것도 하지 않았다면' },
  written: { en: 'Had the written plan been followed', ko: '문서로 정해 둔 계획을 따랐다면' },
  expert: { en: 'Had experts been at work', ko: '전문가가 대응했다면' },
};

/** A change in a sentence. Errors: as `changeLog`. */
export function changeTitle(base: BaseRun, change: Change): Text {
  const { scenario, commands } = base.logged;
  const titles = titlesOf(scenario, base.lived);
  if (change.do === 'team') return TEAMS[change.playbook]!;
  if (change.do === 'several') return joined(change.changes.map((each) => changeTitle(base, each)));
  if (change.do === 'add') {
    const what = titles.response(change.response, change.params);
    return say(WORDS.add, { what, time: timeWords(scenario, change.at) });
  }
  const command = commands.find(({ sequence }) => sequence === change.sequence) as Command;
  const what = titleOfCommand(command.body, titles);
  switch (change.do) {
    case 'never':
      return say(WORDS.never, { what });
    case 'instead':
      return say(WORDS.instead, {
        what: titleOfCommand(alternative(command.body, change), titles),
      });
    default: {
      const byMs = change.do === 'shift' ? change.byMs : change.at - command.at;
      const words = byMs === 0 ? WORDS.same : byMs < 0 ? WORDS.earlier : WORDS.later;
      return say(words, { what, span: spanWords(byMs) });
    }
  }
}

function joined(titles: readonly Text[]): Text {
  const join = (language: 'en' | 'ko') => titles.map((title) => title[language]).join('; ');
  return { en: join('en'), ko: join('ko') };
}
