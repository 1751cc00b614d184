import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mapField, mapTime } from '../src/fields/field-map.ts';
import { readFieldMap } from '../src/fields/read-field-map.ts';
import { problemText } from '../src/ir/problem.ts';

// The maps that come with the package can be read, and say where each source has its time.
const folder = new URL('../mappings/', import.meta.url);
const files = readdirSync(folder).sort();
const read = (file: string) => readFieldMap(readFileSync(new URL(file, folder), 'utf8'), file);

test('there is a map for each source that is promised', () => {
  expect(files).toEqual(
    ['azure-signin', 'cloudtrail', 'dwell', 'dwell-ocsf', 'okta']
      .map((name) => `${name}.yml`)
      .sort(),
  );
});

test.each(files)('%s', (file) => {
  const { map, problems } = read(file);
  expect(problems.map(problemText)).toEqual([]);
  expect(`${map!.name}.yml`).toBe(file);
});

test('examples of each', () => {
  const map = (file: string) => read(`${file}.yml`).map!;
  const signIns = { product: 'azure', service: 'signinlogs' };
  expect(mapField(map('azure-signin'), signIns, 'ResultType')).toBe('status.errorCode');
  expect(mapTime(map('azure-signin'), signIns)).toBe('createdDateTime');
  const http = { product: 'dwell', service: 'http_activity' };
  expect(mapField(map('dwell-ocsf'), http, 'src_ip')).toBe('src_endpoint.ip');
  expect(mapField(map('dwell-ocsf'), http, 'token_issued')).toBe(
    'unmapped.enrichments.token_issued',
  );
  expect(mapField(map('dwell-ocsf'), { category: 'proxy' }, 'cs-method')).toBe(
    'http_request.http_method',
  );
  expect(mapField(map('dwell'), { category: 'webserver' }, 'sc-status')).toBe('status_code');
  expect(mapField(map('dwell'), http, 'src_ip')).toBe('src_ip');
  expect(mapField(map('okta'), { product: 'okta', service: 'okta' }, 'eventtype')).toBe(
    'eventType',
  );
  expect(mapTime(map('cloudtrail'), { product: 'aws', service: 'cloudtrail' })).toBe('eventTime');
});
