import { formatDuration, toIso, type SimTime } from '@dwell/core';
import type { ExercisePlan } from '../exercise/types.ts';
import type { ExerciseState } from '../exercise/world/state.ts';
import type { CommandBody } from '../run/command.ts';
import type { Scenario, Text } from '../scenario/types.ts';
import type { Lived } from './base-run.ts';
import { quoted, say } from './moments/say.ts';
import { Titles } from './moments/titles.ts';

/** Runs without an exercise have nothing of these to name. */
const NO_PLAN = { injects: [], decisions: [], laws: [] } as unknown as ExercisePlan;
const NO_STATE = { injects: {} } as unknown as ExerciseState;

/** What things of a run are called. */
export function titlesOf(scenario: Scenario, { run }: Lived): Titles {
  const { exercise } = run.world.state;
  return new Titles(scenario, scenario.exercise ?? NO_PLAN, exercise ?? NO_STATE);
}

/** What a command asked for or said, in a few words. */
export function titleOfCommand(body: CommandBody, titles: Titles): Text {
  switch (body.do) {
    case 'propose':
      return titles.act(body.act);
    case 'respond':
    case 'declare':
    case 'file':
    case 'issue':
      return titles.act(body);
    case 'answer': {
      const what = titles.inject(body.inject);
      const { option, text } = body;
      const words = option === undefined ? quoted(text ?? '') : titles.option(body.inject, option);
      return say({ en: '“{what}”: {words}', ko: '“{what}”: {words}' }, { what, words });
    }
    case 'read':
    case 'hint':
    case 'inject':
      return titles.inject(body.inject);
    case 'verdict':
      return say(
        { en: 'The verdict on alert {alert}', ko: '경보 {alert} 판정' },
        { alert: body.alert },
      );
    default:
      return quoted(body.do);
  }
}

/** A span of time in both languages: `2 d 3 h`. */
export function spanWords(ms: number): Text {
  const text = formatDuration(Math.abs(ms));
  const ko = { d: '일', h: '시간', m: '분', s: '초' } as const;
  return {
    en: text.replace(/(\d+)([dhms])/g, '$1 $2'),
    ko: text.replace(/(\d+)([dhms])/g, (_, n: string, unit: keyof typeof ko) => `${n}${ko[unit]}`),
  };
}

/** A local date and time to the minute. */
export function timeWords({ calendar }: Scenario, at: SimTime): string {
  return toIso(calendar, at).slice(0, 16).replace('T', ' ');
}
