import type { Expression, PatternTest, RegexTest, Test } from '../ir/expression.ts';
import { numberOf, textOf } from '../ir/values.ts';
import { parseCidr } from './cidr.ts';
import { base64, base64Offsets, utf16, windash, windashCount } from './encode.ts';
import { join } from './join.ts';
import type { Plan, Step } from './modifiers.ts';
import { kindText, type ScalarNode } from './node.ts';
import { type Pattern, patternTest, scanPattern, widen } from './pattern.ts';
import { placeholders } from './placeholders.ts';
import type { ParseOptions } from './options.ts';
import { regexCost } from './regex-cost.ts';
import { regexFault } from './regex.ts';
import type { Source } from './source.ts';

/** Tests that one value may become. */
const VARIANTS_MAX = 625;
/** Tests that one document may become. */
const TESTS_MAX = 20_000;
/** Of all expressions of one document. */
const REGEX_COST_MAX = 100_000;

/** What reading the values of one document needs. */
export type Context = {
  source: Source;
  options: ParseOptions;
  budget: { tests: number; regexCost: number };
};

export const newContext = (source: Source, options: ParseOptions): Context => ({
  source,
  options,
  budget: { tests: TESTS_MAX, regexCost: REGEX_COST_MAX },
});

/** One value of a field, or of the whole event (`field` null); null after an error. */
export function valueExpression(
  field: string | null,
  plan: Plan,
  node: ScalarNode,
  context: Context,
): Expression | null {
  const tests = context.budget.tests < 0 ? null : testsOf(plan, node, field === null, context);
  if (!tests) return null;
  context.budget.tests -= tests.length;
  if (context.budget.tests < 0) {
    const hint = 'use fewer values, or fewer of windash and placeholders';
    context.source.error(node.at, 'EXPANSION', `more than ${TESTS_MAX} tests in one rule`, hint);
    return null;
  }
  return join(
    'or',
    tests.map((test) =>
      field === null
        ? { kind: 'keyword', test: test as PatternTest | RegexTest }
        : { kind: 'field', field, test },
    ),
  );
}

function testsOf(plan: Plan, node: ScalarNode, keyword: boolean, context: Context): Test[] | null {
  const { source } = context;
  const { value } = node;
  const wrong = (message: string, hint: string) => {
    source.error(node.at, 'VALUE', message, hint);
    return null;
  };
  if (value === null) return nullTests(plan, keyword, wrong);
  switch (plan.mode) {
    case 'exists':
      return wrong(`"exists" takes true or false, not ${kindText(node)}`, 'write true or false');
    case 'fieldref':
      if (typeof value !== 'string' || value === '')
        return wrong('"fieldref" takes the name of a field', 'write a name');
      return [{ kind: 'fieldref', field: value, match: plan.match, cased: plan.cased }];
    case 'compare': {
      const number = numberOf(value);
      if (number === null)
        return wrong(`"${plan.op}" takes a number, not ${kindText(node)}`, 'write a number');
      return [{ kind: 'compare', op: plan.op as 'lt', value: number }];
    }
    case 'time':
      return timeTests(plan, node, context);
    case 'cidr':
      return (
        texts(node, plan, context)?.flatMap((text) => cidrTest(text, node, context) ?? []) ?? null
      );
    case 're':
      return (
        texts(node, plan, context)?.flatMap((text) => regexTest(text, plan, node, context) ?? []) ??
        null
      );
    case 'pattern':
      return patternTests(plan, node, keyword, context);
  }
}

type Wrong = (message: string, hint: string) => null;

function nullTests(plan: Plan, keyword: boolean, wrong: Wrong): Test[] | null {
  if (keyword) return wrong('nothing to look for', 'write a word, or take the item out');
  const plain = plan.mode === 'pattern' && plan.match === 'equals' && plan.steps.length === 0;
  if (!plain || plan.expand || plan.cased)
    return wrong(
      'null goes with no modifier but "neq"',
      'write a value, or a key without modifiers',
    );
  return [{ kind: 'null' }];
}

function texts(node: ScalarNode, plan: Plan, context: Context): string[] | null {
  const text = textOf(node.value)!;
  if (!plan.expand) return [text];
  return placeholders(text, node, context);
}

function cidrTest(text: string, node: ScalarNode, { source }: Context): Test | null {
  const parsed = parseCidr(text);
  if (!parsed) {
    const hint = 'write 10.0.0.0/8 or 2001:db8::/32';
    source.error(node.at, 'CIDR', `"${text.slice(0, 60)}" is no network`, hint);
    return null;
  }
  if (!parsed.exact) {
    const what = `"${text}" has bits set behind its prefix, which are not looked at`;
    source.warn(node.at, 'CIDR', what, 'write the first address of the network');
  }
  return parsed.test;
}

function regexTest(
  text: string,
  plan: Plan,
  node: ScalarNode,
  { source, budget }: Context,
): Test | null {
  if (budget.regexCost < 0) return null;
  const fault = regexFault(text, plan.flags);
  if (fault) {
    source.error(node.at, 'REGEX', fault.message, fault.hint);
    return null;
  }
  budget.regexCost -= regexCost(text);
  if (budget.regexCost >= 0) return { kind: 'regex', source: text, flags: plan.flags };
  source.error(node.at, 'EXPANSION', 'the expressions of this rule are too long', 'use fewer');
  return null;
}

const RANGES: Readonly<Record<Plan['part'], readonly [number, number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  week: [1, 53],
  month: [1, 12],
  year: [1, 9999],
};

function timeTests(plan: Plan, node: ScalarNode, { source }: Context): Test[] | null {
  const { part, op } = plan;
  const value = numberOf(node.value);
  if (value === null) {
    const what = `"${part}" takes a number, not ${kindText(node)}`;
    source.error(node.at, 'VALUE', what, 'write a number');
    return null;
  }
  const [least, most] = RANGES[part];
  if (op === 'eq' && (value < least || value > most || !Number.isInteger(value)))
    source.warn(
      node.at,
      'VALUE',
      `no moment has ${part} ${value}`,
      `write a whole number from ${least} to ${most}`,
    );
  return [{ kind: 'time-part', part, op, value }];
}

function patternTests(
  plan: Plan,
  node: ScalarNode,
  keyword: boolean,
  context: Context,
): Test[] | null {
  let patterns = texts(node, plan, context)?.map(scanPattern) ?? null;
  for (const step of plan.steps) {
    if (!patterns) return null;
    const changed: (Pattern[] | null)[] = patterns.map((each) => change(each, step, node, context));
    patterns = changed.some((each) => each === null) ? null : changed.flatMap((each) => each!);
  }
  if (!patterns) return null;
  const anywhere = plan.match === 'contains' || (keyword && plan.match === 'equals');
  const tests = patterns.map((pattern) =>
    patternTest(
      widen(
        pattern,
        anywhere || plan.match === 'endswith',
        anywhere || plan.match === 'startswith',
      ),
      plan.cased,
    ),
  );
  if (node.value === '' && (keyword || plan.match !== 'equals'))
    context.source.warn(
      node.at,
      'VALUE',
      'an empty text is in every text',
      'write what to look for',
    );
  return tests;
}

function change(
  pattern: Pattern,
  step: Step,
  node: ScalarNode,
  context: Context,
): Pattern[] | null {
  const wrong = (code: string, message: string, hint: string) => {
    context.source.error(node.at, code, message, hint);
    return null;
  };
  switch (step) {
    case 'windash': {
      const count = windashCount(pattern);
      if (count <= VARIANTS_MAX) return windash(pattern);
      const what = `"windash" makes ${count} texts of this value`;
      return wrong('EXPANSION', what, `keep to ${VARIANTS_MAX}: fewer dashes in one value`);
    }
    case 'wide':
    case 'utf16le':
      return [utf16(pattern, 'le', false)];
    case 'utf16be':
      return [utf16(pattern, 'be', false)];
    case 'utf16':
      return [utf16(pattern, 'le', true)];
    case 'base64':
    case 'base64offset': {
      const made = step === 'base64' ? base64(pattern) : base64Offsets(pattern);
      if (!made)
        return wrong(
          'VALUE',
          `a value with wildcards has no ${step}`,
          'write \\* and \\? for the plain characters',
        );
      const list = Array.isArray(made) ? made : [made];
      if (list.length === 0)
        return wrong('VALUE', `the value is too short for ${step}`, 'write a longer one');
      return list;
    }
  }
}
