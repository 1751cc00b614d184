import { expect, test } from 'vitest';
import { huntHref, huntRowHref } from './hunt-href.ts';

const calendar = { startMs: 1_000_000, offsetMinutes: 540 };

test('an address asks for what fields must hold, over all logs or a span', () => {
  expect(huntHref('r', { table: 't', where: { src_ip: '1.2.3.4', status_code: 404 } })).toBe(
    '/runs/r/hunt?table=t&q=src_ip%3A1.2.3.4+status_code%3A404&span=all',
  );
  expect(huntHref('r', { table: 't', query: '', from: 5, to: 9 })).toBe(
    '/runs/r/hunt?table=t&from=5&to=9',
  );
});

test('a record is shown by what is most its own, among what was near it', () => {
  const columns = ['time', 'src_ip', 'token_uid'].map((name) => ({ name, type: 'text' }));
  const href = huntRowHref('r', calendar, 't', columns, [1_900_000, '1.1.1.1', 77]);
  expect(href).toContain('q=token_uid%3A77&from=300000&to=1500000');
});
