import type { Correlation, LinkedCorrelation, Rule } from '../ir/detection.ts';

type Report = (path: string, code: string, message: string, hint: string) => void;

/**
 * The fields of each member that a correlation groups by and takes values of: what its aliases say, else
 * the name itself. A member that is a correlation has only the fields it groups by. Null after an error.
 */
export function resolveFields(
  correlation: Correlation,
  members: readonly (Rule | Correlation)[],
  report: Report,
): LinkedCorrelation | null {
  let wrong = false;
  const fieldOf = (name: string, path: string, i: number): string => {
    const member = members[i]!;
    const reference = correlation.rules[i]!;
    const alias = Object.hasOwn(correlation.aliases, name) ? correlation.aliases[name]! : null;
    const keys = [reference, member.name, member.id].filter((key) => key !== null);
    const key = keys.find((each) => alias !== null && Object.hasOwn(alias, each));
    const field = key === undefined ? name : alias![key]!;
    if (member.kind === 'correlation' && !member.groupBy.includes(field)) {
      wrong = true;
      const there = member.groupBy.length > 0 ? member.groupBy.join(', ') : 'none';
      const hint = `a correlation has the fields it groups by (${there}): group both by one`;
      report(path, 'GROUP', `the correlation "${reference}" has no field "${field}"`, hint);
    } else if (member.kind === 'rule' && alias !== null && key === undefined) {
      wrong = true;
      const what = `the alias "${name}" names no field of "${reference}"`;
      report(`aliases.${name}`, 'ALIAS', what, `add ${reference}: and its field below it`);
    }
    return field;
  };
  const { field } = correlation;
  const resolved: LinkedCorrelation = {
    ...correlation,
    groupFields: members.map((_, i) =>
      correlation.groupBy.map((name, g) => fieldOf(name, `group-by.${g}`, i)),
    ),
    valueFields: members.map((_, i) => (field === null ? null : fieldOf(field, 'field', i))),
  };
  return wrong ? null : resolved;
}
