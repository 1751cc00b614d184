import type {
  CidrTest,
  CompareOp,
  ExistsTest,
  FieldRefTest,
  NullTest,
  Test,
} from '../ir/expression.ts';
import { fold, momentOf, numberOf, type Scalar, textOf, timePart } from '../ir/values.ts';
import { addressBytes } from './ip-address.ts';
import { patternMatcher } from './pattern-matcher.ts';
import { regexMatcher } from './regex-matcher.ts';

/** Tests that look at one value; the others look at the field or at two. */
export type ValueTest = Exclude<Test, NullTest | ExistsTest | FieldRefTest>;

/**
 * A test as a function of one value. Time is linear in the length of the text, whatever the test.
 * A pattern that is not `cased` folds each text it is given; `textTest` leaves that to the caller.
 *
 * @throws as `regexMatcher` for a regular expression.
 */
export function valueTest(test: ValueTest): (value: Scalar) => boolean {
  if (test.kind === 'compare') {
    const holds = comparison(test.op, test.value);
    return (value) => {
      const number = numberOf(value);
      return number !== null && holds(number);
    };
  }
  if (test.kind === 'time-part') {
    const holds = comparison(test.op, test.value);
    return (value) => {
      const moment = momentOf(value);
      return moment !== null && holds(timePart(moment, test.part));
    };
  }
  const matches = textTest(test);
  const folds = test.kind === 'pattern' && !test.cased;
  return (value) => {
    const text = textOf(value);
    return text !== null && matches(folds ? fold(text) : text);
  };
}

/**
 * A test of texts. For a pattern that is not `cased` the caller folds the text, once for all its tests.
 *
 * @throws as `regexMatcher` for a regular expression.
 */
export function textTest(
  test: Exclude<ValueTest, { kind: 'compare' | 'time-part' }>,
): (text: string) => boolean {
  switch (test.kind) {
    case 'pattern':
      return patternMatcher(test.parts);
    case 'regex':
      return regexMatcher(test);
    case 'cidr':
      return networkMatcher(test);
  }
}

/** `number op bound`. */
export function comparison(
  op: CompareOp | 'eq' | 'neq',
  bound: number,
): (number: number) => boolean {
  switch (op) {
    case 'lt':
      return (number) => number < bound;
    case 'lte':
      return (number) => number <= bound;
    case 'gt':
      return (number) => number > bound;
    case 'gte':
      return (number) => number >= bound;
    case 'eq':
      return (number) => number === bound;
    case 'neq':
      return (number) => number !== bound;
  }
}

function networkMatcher({ bytes, bits }: CidrTest): (text: string) => boolean {
  const whole = bits >> 3;
  const mask = (0xff00 >> (bits & 7)) & 0xff;
  return (text) => {
    const address = addressBytes(text);
    if (address === null || address.length !== bytes.length) return false;
    for (let i = 0; i < whole; i++) if (address[i] !== bytes[i]) return false;
    return mask === 0 || (address[whole]! & mask) === (bytes[whole]! & mask);
  };
}
