// Goal: statements reach the store that was set up, whole, with its secret, and nobody else; what goes
// wrong is said plainly.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { lrsConfig } from './lrs-config.ts';
import { sendStatements } from './send-statements.ts';

type Got = { url: string; headers: IncomingHttpHeaders; statements: unknown[] };

/** A store that answers so; what it got is in `got`. */
async function store(status: number, said = '', more: Record<string, string> = {}) {
  const got: Got[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { url = '', headers } = request;
      got.push({ url, headers, statements: JSON.parse(body) as unknown[] });
      response.writeHead(status, more).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`;
  return { got, config: { url, key: 'k', secret: 's:é' } };
}

const statements = Array.from({ length: 120 }, (_, id) => ({ id }));

test('statements go in batches, in order, with the version and the secret', async () => {
  const { got, config } = await store(200, '[]');
  await sendStatements(config, statements);
  expect(got.map((each) => each.statements.length)).toEqual([50, 50, 20]);
  expect(got.flatMap((each) => each.statements)).toEqual(statements);
  expect(got[0]).toMatchObject({
    url: '/xapi/statements',
    headers: {
      authorization: `Basic ${Buffer.from('k:s:é').toString('base64')}`,
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
    },
  });
});

test('a refusal says what the store said, shortly, and nothing more is sent', async () => {
  const { got, config } = await store(401, `no\nsuch key${'!'.repeat(9_000)}`);
  await expect(sendStatements(config, statements)).rejects.toMatchObject({
    code: 'LRS_REFUSED',
    what: expect.stringMatching(/answered 401: no such key!{1,200}$/) as string,
    todo: expect.stringContaining('DWELL_LRS_KEY') as string,
  });
  expect(got).toHaveLength(1);
});

test('nobody is followed elsewhere, and who is not there is called so', async () => {
  const other = await store(200);
  const { config } = await store(307, '', { location: `${other.config.url}/statements` });
  await expect(sendStatements(config, statements)).rejects.toMatchObject({ code: 'LRS_REFUSED' });
  expect(other.got).toEqual([]);
  const gone = { ...config, url: 'http://127.0.0.1:9/xapi' };
  await expect(sendStatements(gone, statements)).rejects.toMatchObject({ code: 'LRS_DOWN' });
});

const env = (url: string, more: Record<string, string> = { DWELL_LRS_SECRET: 's' }) =>
  lrsConfig({ DWELL_LRS_URL: url, DWELL_LRS_KEY: 'k', ...more });

test('a store is set up whole and safe, or not at all', () => {
  expect(lrsConfig({})).toBeNull();
  expect(env('https://lrs.example/xapi/')).toEqual({
    url: 'https://lrs.example/xapi',
    ...{ key: 'k', secret: 's' },
  });
  expect(env('https://lrs.example/xapi/statements')?.url).toBe('https://lrs.example/xapi');
  expect(env('http://localhost:8080/xapi')?.url).toBe('http://localhost:8080/xapi');
  expect(() => env('http://lrs.example/')).toThrow('for everybody to read');
  for (const url of ['ftp://x/', 'lrs', 'https://a:b@lrs.example/'])
    expect(() => env(url)).toThrow('no address');
  expect(() => env('https://lrs.example/', {})).toThrow('no key or no secret');
});
