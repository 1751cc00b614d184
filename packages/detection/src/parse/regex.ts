import { RE2JS } from 're2js';
import { regexCost } from './regex-cost.ts';

const SOURCE_MAX = 4000;
/** Of one expression. */
const COST_MAX = 10_000;
const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/** Why an expression is no RE2, with what to do about it; null when it is one. */
export function regexFault(
  source: string,
  flags: string,
): { message: string; hint: string } | null {
  if (source.length > SOURCE_MAX) {
    const hint = 'split it into several';
    return { message: `the expression is longer than ${SOURCE_MAX} characters`, hint };
  }
  if (regexCost(source) > COST_MAX) {
    const hint = `keep counted repetitions such as {100} to ${COST_MAX} in all`;
    return { message: 'the expression unfolds into too much', hint };
  }
  let bits = 0;
  for (const flag of flags) bits |= FLAGS[flag]!;
  try {
    RE2JS.compile(source, bits);
    return null;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const message = `no RE2 expression: ${said.replace(/^error parsing regexp: /, '').slice(0, 200)}`;
    return { message, hint: hintOf(source) };
  }
}

function hintOf(source: string): string {
  if (/\(\?(<?[!=]|>)/.test(source))
    return 'RE2 has no lookaround: use a second selection and "not"';
  if (/\\[1-9]/.test(source)) return 'RE2 has no backreferences';
  if (/[*+?}]\+/.test(source)) return 'RE2 has no possessive quantifiers; a plain one is as fast';
  return 'mend the expression; a backslash makes a special character plain';
}
