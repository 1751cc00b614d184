// Goal: a document reaches whoever may have it as a download, and is refused in plain words to others.
import { DwellError } from '@dwell/core';
import type { ReportFile, Viewer } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { debriefFile, type FileParts } from './debrief-file.ts';
import { makeLimits } from './limits.ts';

const ADA: Viewer = { id: 'ada', name: 'Ada', role: 'trainee' };
const FILE: ReportFile = {
  name: 'dwell-가을 "1"-report.md',
  type: 'text/markdown; charset=utf-8',
  bytes: new TextEncoder().encode('# 보고서'),
};

function parts(more: Partial<FileParts> = {}) {
  const asked: unknown[] = [];
  const made: FileParts = {
    limits: makeLimits(),
    viewer: async () => ADA,
    debriefs: {
      file: async (...ask) => {
        asked.push(ask);
        return FILE;
      },
    },
    ...more,
  };
  return { made, asked };
}

const ask = (
  { made }: ReturnType<typeof parts>,
  query = '',
  path = { exerciseId: 'e', format: 'md' },
  headers: Record<string, string> = {},
) => debriefFile(made, new Request(`http://dwell/api/debrief/e/md${query}`, { headers }), path);

test('a file is a download under its own name, and nothing guesses what it is', async () => {
  const given = parts();
  const answer = await ask(given, '?team=team-1&language=ko');
  expect(given.asked).toEqual([[ADA, 'e', 'team-1', 'md', 'ko']]);
  expect(await answer.text()).toBe('# 보고서');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': FILE.type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="dwell-_1_-report.md"; filename*=UTF-8''dwell-%EA%B0%80%EC%9D%84%20%221%22-report.md`,
  });
});

test('strangers, other sites, made-up formats and teams get nothing made', async () => {
  const given = parts();
  const cross = { 'sec-fetch-site': 'cross-site' };
  const answers = [
    await ask(parts({ viewer: async () => null })),
    await ask(given, '', { exerciseId: 'e', format: 'md' }, cross),
    await ask(given, '', { exerciseId: 'e', format: 'exe' }),
    await ask(given, '?team=../x'),
    await ask(given, '?language=xx'),
    await ask(given, '', { exerciseId: 'a b', format: 'md' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 403, 400, 400, 400, 400]);
  expect(given.asked).toEqual([]);
});

test('what the service refuses is refused so; too many files are too many', async () => {
  const refused = parts({
    debriefs: {
      file: async () => {
        throw new DwellError('NOT_ALLOWED', { what: 'not yours', where: 'seat', todo: 'ask' });
      },
    },
  });
  const answer = await ask(refused);
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'NOT_ALLOWED' }]);
  const given = parts();
  for (let n = 0; n < 20; n++) expect((await ask(given)).status).toBe(200);
  expect((await ask(given)).status).toBe(429);
});
