import { paramComplaints } from '../../scenario/actions.ts';
import { didYouMean } from '../../scenario/closest.ts';
import { loadJurisdiction, shippedJurisdictions } from '../clocks/load-jurisdiction.ts';
import { FORMS } from '../documents/forms.ts';
import { RESPONSE_PARAMS } from '../../scenario/response-params.ts';
import type { FindingKind } from '../documents/types.ts';
import type { Condition, HypothesisTag } from '../types.ts';
import type { ConditionFile } from './condition-schema.ts';
import type { Reader } from './reader.ts';

const TAGS: { readonly [tag in HypothesisTag]: true } = {
  'forged-tokens': true,
  'stolen-passwords': true,
  'insider-present': true,
  'insider-left': true,
  partner: true,
  'software-bug': true,
  'pen-test': true,
  hoax: true,
  other: true,
};

const FINDINGS: { readonly [kind in FindingKind]: true } = {
  missing: true,
  minimising: true,
  'over-claim': true,
  contradiction: true,
  early: true,
  wrong: true,
};

type Path = readonly PropertyKey[];

/** A condition with its times resolved and what it names checked. */
export function resolveCondition(file: ConditionFile, path: Path, reader: Reader): Condition {
  const each = (list: readonly ConditionFile[], key: string) =>
    list.map((one, i) => resolveCondition(one, [...path, key, i], reader));
  if ('all' in file) return { all: each(file.all, 'all') };
  if ('any' in file) return { any: each(file.any, 'any') };
  if ('not' in file) return { not: resolveCondition(file.not, [...path, 'not'], reader) };
  if ('at' in file) return { at: reader.moments.moment(file.at, [...path, 'at']) };
  checkNames(file, path, reader);
  return file;
}

function checkNames(file: ConditionFile, path: Path, reader: Reader): void {
  const { names, list } = reader;
  if ('inject' in file) names.check('inject', file.inject, [...path, 'inject']);
  else if ('answer' in file) {
    const at = [...path, file.option === undefined ? 'answer' : 'option'];
    names.check('inject', file.answer, at, file.option);
  } else if ('decision' in file) {
    const at = [...path, file.option === undefined ? 'decision' : 'option'];
    names.check('decision', file.decision, at, file.option);
  } else if ('response' in file) checkResponse(file, path, reader);
  else if ('filed' in file) known('rule', file.filed, legalRules(), [...path, 'filed']);
  else if ('document' in file) {
    const forms = FORMS.map(({ id }) => id);
    known('form', file.document, forms, [...path, 'document']);
    const kind = file.finding?.split('.')[0];
    if (kind !== undefined) known('finding', kind, Object.keys(FINDINGS), [...path, 'finding']);
  } else if ('recorded' in file && file.tag !== undefined)
    known('tag', file.tag, Object.keys(TAGS), [...path, 'tag']);

  function known(what: string, name: string, all: readonly string[], at: Path): void {
    if (all.includes(name)) return;
    list.add(at, `no ${what} "${name}"`, didYouMean(name, all), { code: 'EXERCISE_REFERENCE' });
  }
}

/** Rules of every shipped jurisdiction: a report may be filed under any of them. */
function legalRules(): string[] {
  return shippedJurisdictions().flatMap((name) =>
    loadJurisdiction(name).rules.map((rule) => rule.id),
  );
}

function checkResponse(
  file: Extract<ConditionFile, { response: string }>,
  path: Path,
  { list }: Reader,
): void {
  const add = (key: string, message: string, hint: string) =>
    list.add([...path, key], message, hint, { code: 'EXERCISE_REFERENCE' });
  const specs = Object.hasOwn(RESPONSE_PARAMS, file.response)
    ? RESPONSE_PARAMS[file.response]!
    : null;
  if (!specs) {
    const hint = didYouMean(file.response, Object.keys(RESPONSE_PARAMS));
    add('response', `no response "${file.response}"`, hint);
    return;
  }
  if (!file.param) return;
  const { name, value } = file.param;
  const wrong = paramComplaints({ [name]: value }, specs).find((one) => one.name === name);
  if (wrong) add('param', `${file.response}: ${wrong.what}`, wrong.todo);
}
