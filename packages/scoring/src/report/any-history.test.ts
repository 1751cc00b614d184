// Goal: a report can be written of any history, in both languages, and its file brings it back whole.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { score } from '../score-history.ts';
import { shippedTemplate } from '../templates.ts';
import { arbitraryHistory } from '../testing/arbitrary-history.ts';
import { sampleSource } from '../testing/sample-source.ts';
import { buildReport } from './build-report.ts';
import { fromJson, toJson } from './json/report-json.ts';
import { toMarkdown } from './to-markdown.ts';

const template = shippedTemplate('standard');

test('any history makes a report that comes back from JSON as it was', () => {
  fc.assert(
    fc.property(arbitraryHistory, fc.constantFrom('en', 'ko'), (history, language) => {
      const own = score(history, { ratings: [], template });
      const report = buildReport({ ...sampleSource(language), history, score: own });
      expect(fromJson(toJson(report), 'report.json')).toEqual(report);
      expect(toMarkdown(report)).not.toMatch(/undefined|NaN|\[object/);
    }),
    { seed: 42, numRuns: 40 },
  );
});

test('a file that lacks something is refused with the place of it', () => {
  const report = buildReport(sampleSource('en'));
  const refused = (json: string) => {
    try {
      fromJson(json, 'r.json');
    } catch (error) {
      return error;
    }
    return null;
  };
  const changed = (change: (value: ReturnType<typeof parsed>) => void) => {
    const value = parsed();
    change(value);
    return refused(JSON.stringify(value));
  };
  const parsed = () => JSON.parse(toJson(report)) as typeof report & { format: string };
  expect(refused('{')).toMatchObject({ code: 'REPORT_JSON', where: 'r.json' });
  expect(refused('null')).toMatchObject({ code: 'REPORT_FORMAT' });
  expect(changed((value) => (value.format = 'dwell-report-2'))).toMatchObject({
    code: 'REPORT_FORMAT',
    what: 'the format is "dwell-report-2", not "dwell-report-1"',
  });
  const silent = changed((value) => {
    Object.assign(value.source.score.objectives[0]!.given!, { observation: ' ' });
  });
  expect(silent).toMatchObject({
    code: 'REPORT',
    what: 'source.score.objectives[0].given.observation: a rating needs an observation in words',
  });
});
