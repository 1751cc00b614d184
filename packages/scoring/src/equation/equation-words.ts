import type { Template } from '../score.ts';

type GroupId = Template['groups'][number]['id'];
type Mode = 'campaign' | 'crisis';

export type EquationWords = {
  groups: Record<GroupId, string>;
  modes: Record<Mode, string>;
  whole: (sum: string) => string;
  group: (name: string, points: string) => string;
  hints: (points: string) => string;
  hintsFree: string;
  leftOut: string;
  letters: string;
  byLetter: string;
  missing: Record<'skip' | 'zero' | 'full', string>;
  minute: (minute: string) => string;
  hours: (hours: string) => string;
  won: (won: string) => string;
};

/** The words of an equation, by language. */
export const EQUATION_WORDS: { en: EquationWords; ko: EquationWords } = {
  en: {
    groups: { outcome: 'Outcome', process: 'Process', learning: 'Learning' },
    modes: { campaign: 'campaign only', crisis: 'crisis only' },
    whole: (sum) => `Score, 0 to 100 = ${sum}`,
    group: (name, points) => `${name}: ${points} points`,
    hints: (points) =>
      `Off it: ${points} points for each point of the price of a hint; never below 0.`,
    hintsFree: 'Hints cost nothing.',
    leftOut: 'What cannot be told is left out, and its points are spread over the rest.',
    letters: 'Letters',
    byLetter: 'by its letter',
    missing: {
      skip: 'without a value: left out',
      zero: 'without a value at the end: nothing',
      full: 'without a value at the end: all',
    },
    minute: (minute) => `minute ${minute}`,
    hours: (hours) => `${hours} h`,
    won: (won) => `${won} won`,
  },
  ko: {
    groups: { outcome: '결과', process: '과정', learning: '학습' },
    modes: { campaign: '캠페인만', crisis: '위기 대응만' },
    whole: (sum) => `점수(0~100) = ${sum}`,
    group: (name, points) => `${name}: ${points}점`,
    hints: (points) => `힌트 가격 1점마다 ${points}점을 빼며, 0점 아래로는 내려가지 않습니다.`,
    hintsFree: '힌트를 써도 감점이 없습니다.',
    leftOut: '알 수 없는 항목은 빼고, 그 점수를 나머지 항목에 나눕니다.',
    letters: '등급',
    byLetter: '등급에 따라',
    missing: {
      skip: '값이 없으면 제외',
      zero: '끝까지 값이 없으면 0점',
      full: '끝까지 값이 없으면 만점',
    },
    minute: (minute) => `${minute}분`,
    hours: (hours) => `${hours}시간`,
    won: (won) => `${won}원`,
  },
};
