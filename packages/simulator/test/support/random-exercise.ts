import { HOUR_MS, MINUTE_MS, draw32, streamKey, type DwellError } from '@dwell/core';
import type { Condition, Effect, ExercisePlan } from '../../src/exercise/types.ts';
import type { CommandBody } from '../../src/run/command.ts';
import { Run, type RunOptions } from '../../src/run/run.ts';
import { BEGIN, decision, inject, runOf, scenarioWith, text } from './exercises.ts';

/** Every effect. */
export const EFFECTS: Effect[] = [
  { do: 'send', inject: 'pocket', after: 20 * MINUTE_MS },
  { do: 'cancel', inject: 'never' },
  { do: 'postpone', inject: 'timed-2', by: HOUR_MS },
  { do: 'contacts', perDay: 50_000, for: 5 * HOUR_MS },
  { do: 'attacker-pace', permille: 1500 },
  { do: 'wipe', what: 'old-logs' },
  { do: 'wipe', what: 'suspect-device' },
  { do: 'secondary-harm', people: 12 },
  { do: 'cost', won: 1_000_000 },
  { do: 'aware' },
  { do: 'note', text: text('so it went') },
];

const WHEN: Condition[] = [
  { inject: 'timed-1', is: 'missed' },
  { answer: 'timed-2', option: 'b' },
  { decision: 'tell', option: 'yes' },
  { response: 'legal-hold', is: 'done' },
  { declared: true },
  { filed: 'kr-network-48-3' },
  { document: 'holding-line' },
  { recorded: 'hypothesis', tag: 'insider-left' },
  { verdict: 'true' },
  { attacker: 'shut-out' },
  { all: [{ at: BEGIN + 3 * HOUR_MS }, { not: { declared: true } }] },
  { any: [{ inject: 'timed-0', is: 'read' }, { at: BEGIN + 7 * HOUR_MS }] },
];

const options = [
  { id: 'a', text: text('a'), effects: EFFECTS.slice(0, 5) },
  { id: 'b', text: text('b'), effects: EFFECTS.slice(5) },
];

/** Every kind of trigger, condition, option and effect. */
const PLAN: Partial<ExercisePlan> = {
  injects: [
    ...Array.from({ length: 4 }, (_, i) =>
      inject(`timed-${i}`, {
        trigger: { when: { at: BEGIN + i * HOUR_MS }, after: 5 * MINUTE_MS },
        to: ['care', 'soc-lead'],
        options,
        within: 90 * MINUTE_MS,
        missed: EFFECTS,
        hints: [{ text: text('look'), price: 1 }],
        aware: i === 2,
      }),
    ),
    ...WHEN.map((when, i) =>
      inject(`when-${i}`, {
        trigger: { when, after: i * MINUTE_MS },
        met: { declared: true },
        within: HOUR_MS,
      }),
    ),
    inject('pocket', { trigger: null }),
    inject('never', { trigger: null }),
  ],
  decisions: [
    decision('tell', { options: options.map((each, i) => ({ ...each, id: i ? 'no' : 'yes' })) }),
  ],
  opening: [{ do: 'attacker-pace', permille: 1200 }],
};

const wording = { from: 'x', subject: text('x'), body: text('x') };

/** Something that somebody may do, drawn from `pick`; half of it makes no sense at its moment. */
function bodyOf(pick: <T>(of: readonly T[]) => T, sequence: number): CommandBody {
  const id = pick(['timed-0', 'timed-1', 'timed-2', 'when-4', 'when-8', 'pocket', 'made']);
  const document = {
    form: 'holding-line',
    language: 'en' as const,
    fields: { line: 'No data was taken.' },
  };
  const proposal = 1 + pick([0, 1, 2, 3, 4, 5]) + Math.max(0, sequence - 6);
  return pick<CommandBody>([
    { do: 'read', inject: id },
    { do: 'answer', inject: id, option: pick(['a', 'b']) },
    { do: 'answer', inject: id, text: 'we are looking' },
    {
      do: 'propose',
      act: { do: 'declare', severity: 'high' },
      needs: pick([[], ['legal']]),
      reasons: {},
    },
    {
      do: 'propose',
      act: { do: 'decide', decision: 'tell', option: pick(['yes', 'no']) },
      needs: ['legal', 'executive'],
      reasons: { why: 'so', confidence: 70, evidence: [1] },
    },
    {
      do: 'propose',
      act: { do: 'respond', response: pick(['legal-hold', 'check-issuance']), params: {} },
      needs: pick([[], ['executive']]),
      reasons: {},
    },
    { do: 'propose', act: { do: 'issue', document }, needs: [], reasons: {} },
    { do: pick(['agree', 'object']), proposal, note: 'well' },
    { do: 'record', entry: { kind: 'hypothesis', text: 'x', tag: 'insider-left', confidence: 50 } },
    { do: 'record', entry: { kind: 'estimate', low: 10, high: 5000, confidence: 80 } },
    { do: 'record', entry: { kind: 'chat', text: 'hello', to: 'legal' } },
    { do: 'hint', inject: id, hint: 0 },
    { do: 'issue', document },
    { do: 'file', rule: 'kr-network-48-3', document },
    { do: 'verdict', alert: 'a/1', verdict: 'true', attack: true },
    { do: 'respond', response: 'legal-hold', params: {} },
    { do: 'inject', inject: id, act: pick(['send', 'hold', 'release', 'withdraw']) },
    { do: 'inject', inject: id, act: 'move', at: BEGIN + pick([1, 5, 9]) * HOUR_MS },
    { do: 'inject', inject: id, act: 'edit', wording, to: ['hr'] },
    { do: 'inject', inject: 'made', act: 'new', wording, to: ['hr'], channel: 'mail' },
  ]);
}

/** Until when it is played. */
export const UNTIL = BEGIN + 10 * HOUR_MS;
const scenario = scenarioWith(PLAN);
export const INPUT = { scenario, seed: 42, scale: 100_000 };
let atBegin: Uint8Array | null = null;

/** A run of it that stands where it begins. */
export function fresh(commands: Run['commands'] = [], kept: RunOptions = {}): Run {
  atBegin ??= runOf(PLAN, scenario).snapshot();
  return Run.restore(INPUT, atBegin, { commands, ...kept });
}

/** Plays hours of an exercise with people who try everything; the clock stands between some of their acts. */
export function playAtRandom(seed: number): Run {
  const key = streamKey(seed, 'test/exercise');
  let n = 0;
  const below = (bound: number) => Math.floor((draw32(key, n++) / 0x1_0000_0000) * bound);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const run = fresh();
  while (run.now < UNTIL) {
    const body = bodyOf(pick, run.commands.length);
    try {
      run.accept(
        run.submit({
          by: pick(['ann', 'bob', 'bot:written']),
          role: pick(['legal', 'executive', 'care']),
          body,
        }),
      );
    } catch (error) {
      if ((error as DwellError).exit !== 2) throw error;
    }
    if (below(3) > 0) run.advance(Math.min(UNTIL, run.now + below(40) * MINUTE_MS));
  }
  return run;
}
