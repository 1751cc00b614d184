import type { HistoryClock } from '@dwell/scoring';
import { exerciseClocks } from '../../exercise/clocks/exercise-clocks.ts';
import { settledBy, type Mark, type Source } from './source.ts';

/** Legal clocks as they stood at the end. */
export function clocksOf(source: Source): HistoryClock[] {
  const { logged, plan, world, lived } = source;
  const at = { state: world, commands: logged.commands, now: lived.run.now };
  const clocks = exerciseClocks(plan.laws ?? [], logged.scenario.calendar, at);
  const filings = filingsAt(source);
  return clocks.map(({ rule, title, source: from, startsAt, dueAt, metAt, state }) => ({
    rule,
    title,
    source: from,
    startsAt,
    dueAt,
    metAt,
    state,
    moment:
      filings.find((filing) => filing.at === metAt && filing.rules.includes(rule))?.moment ??
      filings.find((filing) => filing.at === metAt)?.moment ??
      null,
  }));
}

/** Everything that may have met a clock, with the rules that it names. */
function filingsAt(source: Source): (Mark & { rules: readonly string[] })[] {
  const { state, world, logged } = source;
  const documents = state.documents.map(({ at, sequence, rule }) => ({
    at,
    moment: settledBy(source, sequence),
    rules: rule === null ? [] : [rule],
  }));
  const bare = logged.commands.flatMap(({ at, sequence, body }) =>
    body.do === 'file' ? [{ at, moment: `c${sequence}`, rules: [body.rule] }] : [],
  );
  const proposed = state.proposals.flatMap(({ act, sequence, effectiveAt }) =>
    act.do === 'file' && effectiveAt !== null
      ? [{ at: effectiveAt, moment: settledBy(source, sequence), rules: [act.rule] }]
      : [],
  );
  const responses = world.responses.flatMap(
    ({ id, params, state: done, effectiveAt, commandSequence }) =>
      done === 'done' && (id === 'notify-regulator' || id === 'notify-people')
        ? [
            {
              at: effectiveAt,
              moment: settledBy(source, commandSequence),
              rules: [String(params['rule'] ?? '')],
            },
          ]
        : [],
  );
  return [...documents, ...bare, ...proposed, ...responses];
}
