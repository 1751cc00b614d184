import { LEGAL_RULES } from '../run/legal-clocks.ts';

/** Legal clocks that a report to a regulator stops; people are told by `notify-people`. */
export const REGULATOR_RULES: readonly string[] = LEGAL_RULES.filter((each) => !each.people).map(
  (each) => each.rule,
);
