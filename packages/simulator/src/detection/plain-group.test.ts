// Goal: a rule without a correlation groups by source exactly where a table's records have one.
import { TABLES } from '@dwell/telemetry';
import { expect, test } from 'vitest';
import { plainGroup } from './plain-group.ts';
import { rulePartsOf } from './rule-part.ts';
import { readRules } from './rule-set.ts';

const ruleOver = (table: string) => {
  const text = `title: T
name: t
logsource: { product: dwell, service: ${table} }
detection: { s: { time|exists: true }, condition: s }
`;
  return readRules([{ file: 't.yml', text }]).rules[0]!.linked.detections;
};

test('findings and the other tables without a source have one group', () => {
  const grouped = TABLES.filter(({ name }) => plainGroup(ruleOver(name)[0]!.rule!).length > 0);
  expect(grouped.map(({ name }) => name).sort()).toEqual([
    'api_activity',
    'authentication',
    'datastore_activity',
    'http_activity',
  ]);
  expect(rulePartsOf(ruleOver('detection_finding'))[0]!.groupNames).toEqual([]);
  expect(rulePartsOf(ruleOver('authentication'))[0]!.groupNames).toEqual(['src_ip']);
});
