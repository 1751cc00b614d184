// Goal: expressions mean the same in the stream (re2js, with and without its index) and in DuckDB (RE2),
// over the whole dialect, and what the reader of rules lets through both can run.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byStream } from './agreement/by-stream.ts';
import { bySql } from './agreement/by-sql.ts';
import { connection, OPTIONS } from './agreement/difference.ts';
import { link, parseRules } from '../src/index.ts';
import { dialect, dialectText } from './generate/dialect.ts';
import { regexFlags } from './generate/regex.ts';
import { ruleText } from './generate/rule-text.ts';
import type { Plain } from './reference/documents.ts';

const RUNS = Number(process.env['DETECTION_RUNS'] ?? 20);

/** One rule; every expression gets one, so that one round trip tries many. */
const ruleWith = (source: string, flags: readonly string[], at: number): Plain => ({
  title: `Rule ${at}`,
  name: `rule_${at}`,
  logsource: { category: 'test' },
  detection: { selection: { [['a', 're', ...flags].join('|')]: source }, condition: 'selection' },
});

test(
  're2js and RE2',
  async () => {
    const expressions = fc.array(fc.tuple(dialect, regexFlags), { minLength: 20, maxLength: 20 });
    const texts = fc.array(dialectText, { minLength: 40, maxLength: 40 });
    const law = fc.asyncProperty(expressions, texts, async (all, over) => {
      const rules = all.map(([source, flags], at) => ruleWith(source, flags, at));
      // Those that are no RE2 are refused by the reader, and left out.
      const { linked } = link(parseRules(ruleText(rules, 'json'), 'rules.yml').documents);
      const events = over.map((text) => ({ a: text }));
      const wanted = byStream(linked, events, { index: false });
      const indexed = byStream(linked, events, { index: true });
      const inSql = await bySql(linked, events, OPTIONS, connection);
      const wrong = rules.filter(({ name }) => {
        const said = [wanted, indexed, inSql].map((answers) => answers[String(name)]?.join());
        return new Set(said).size > 1;
      });
      // Rules, and what each engine says: without the index, with it, in SQL.
      const says = wrong.map(({ name }) => [wanted, indexed, inSql].map((by) => by[String(name)]));
      expect({ wrong, says, over: wrong.length > 0 ? over : [] }).toEqual({
        wrong: [],
        says: [],
        over: [],
      });
    });
    await fc.assert(law, { numRuns: RUNS, endOnFailure: true });
  },
  20_000 + RUNS * 500,
);

test('an anchor in the middle of an expression is no comparison of text', async () => {
  const sources = [
    'a\\A',
    'a^',
    '(?s)\\-\\A',
    '\\za',
    '$a',
    '\\Aa^',
    'a$\\A',
    '\\Aa\\z',
    '^a',
    'a$',
  ];
  const rules = sources.map((source, at) => ruleWith(source, [], at));
  const { linked } = link(parseRules(ruleText(rules, 'json'), 'rules.yml').documents);
  const events = ['', 'a', '-', 'ba', 'ab', '-a', 'a-'].map((text) => ({ a: text }));
  const byWord = byStream(linked, events, { index: true });
  expect(await bySql(linked, events, OPTIONS, connection)).toEqual(byWord);
  expect(byWord).toMatchObject({ rule_0: [], rule_4: [], rule_7: ['event 1'] });
});
