import { MINUTE_MS, badInput } from '@dwell/core';
import { readRules, scaleRules } from '../detection/rule-set.ts';
import { throwFirst } from '../scenario/problem.ts';
import { logControl, type Response } from './response.ts';

const LEAD_MS = 30 * MINUTE_MS;
const TEXT_MAX = 65_536;

/**
 * Puts a detection rule to work: from then on it looks at the records as they come, and alerts. Its text is in
 * the command; an earlier text of the same name gives way.
 */
export const deployRule: Response = {
  id: 'deploy-rule',
  touches: 'evidence',
  offered: 'rules',
  title: { en: 'Deploy a detection rule', ko: '탐지 규칙 배포' },
  summary: {
    en: 'The rule looks at every record from then on. Judging an alert takes an analyst ten minutes.',
    ko: '그때부터 규칙이 모든 기록을 살핍니다. 경보를 하나 판정할 때마다 분석가 시간이 10분 듭니다.',
  },
  analystHours: 1,
  undoable: true,
  leadMs: () => LEAD_MS,
  blast: () => ({}),
  check(world, params) {
    const name = String(params['name']);
    const text = String(params['text']);
    if (text.length > TEXT_MAX)
      throw badInput('RULE_SIZE', 'the rule is longer than 64 kB', name, 'split it');
    const { rules, problems } = readRules([{ file: `${name}.yml`, text }]);
    throwFirst(problems);
    if (rules.length !== 1 || rules[0]!.name !== name) {
      const names = rules.map((rule) => rule.name).join(', ') || 'none';
      const todo = 'one rule at a time, under the name that its last document gives';
      throw badInput('RULE_NAME', `the text has the rules ${names}, not ${name}`, name, todo);
    }
    throwFirst(scaleRules(rules, world.scale).problems);
  },
  apply(world, params) {
    logControl(world, `rule/${params['name']}`, 'deployed', 'alerts from now on');
  },
};

/** Takes a rule out of work; its alerts stay. */
export const retireRule: Response = {
  id: 'retire-rule',
  touches: 'evidence',
  offered: 'rules',
  title: { en: 'Retire a detection rule', ko: '탐지 규칙 회수' },
  summary: {
    en: 'The rule looks at nothing more. Its alerts stay.',
    ko: '규칙이 더는 기록을 살피지 않습니다. 이미 난 경보는 남습니다.',
  },
  analystHours: 0,
  undoable: true,
  leadMs: () => 5 * MINUTE_MS,
  blast: () => ({}),
  apply(world, params) {
    logControl(world, `rule/${params['name']}`, 'retired', 'no alerts from now on');
  },
};
