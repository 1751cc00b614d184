import { below, draw32, MINUTE_MS, streamKey } from '@dwell/core';
import { authBatch, httpBatch, type AuthBatch, type HttpBatch } from '../record/batch.ts';

const key = streamKey(42, 'synthetic');

/** Something like the shop's traffic, for measuring and testing: 110 requests a minute from `startMs`. */
export function syntheticHttp(rows: number, startMs: number, firstRow = 0): HttpBatch {
  const b = httpBatch(rows);
  b.length = rows;
  for (let i = 0; i < rows; i++) {
    const n = firstRow + i;
    const minute = Math.floor(n / 110);
    const one = draw32(key, n, 1);
    const two = draw32(key, n, 2);
    const three = draw32(key, n, 3);
    const attack = three % 100 === 0;
    b.time[i] = startMs + minute * MINUTE_MS + (n % 110) * 545;
    b.endpoint[i] = 1 + below(one, 4);
    b.status[i] = two % 50 === 0 ? 404 : 200;
    b.target[i] = below(two, 77_000) * 1000 + 123;
    b.principal[i] = !attack && one % 12 === 0 ? 1 + (two % 40) : 0;
    b.token[i] = (190_000 + minute) * 16 + (one % 3);
    b.kid[i] = 1;
    b.source[i] = attack ? 0xc6120000 + (n % 16) : 0xf0000000 + below(three, 15_000_000);
    b.agent[i] = attack ? 11 : 1 + (one % 8);
    b.check[i] = b.status[i] === 404 ? 6 : 0;
    b.issued[i] = attack ? 0 : 1;
    b.exists[i] = b.status[i] === 404 ? 0 : 1;
    b.canary[i] = two % 9973 === 0 ? 1 : 0;
    b.pagesBefore[i] = attack ? 0 : 1 + (three % 23);
    b.label[i] = attack ? 1 : 0;
  }
  return b;
}

/** Tokens and logins to go with it: 68 a minute. */
export function syntheticAuth(rows: number, startMs: number, firstRow = 0): AuthBatch {
  const b = authBatch(rows);
  b.length = rows;
  for (let i = 0; i < rows; i++) {
    const n = firstRow + i;
    const minute = Math.floor(n / 68);
    const one = draw32(key, n, 11);
    const two = draw32(key, n, 12);
    b.time[i] = startMs + minute * MINUTE_MS + (n % 68) * 882;
    b.activity[i] = [1, 3, 5][one % 3]!;
    b.outcome[i] = two % 20 === 0 ? 1 : 0;
    b.account[i] = below(one, 33_000) * 1000 + 123;
    b.token[i] = b.outcome[i] ? 0 : (190_000 + minute) * 16 + (two % 3);
    b.kid[i] = 1;
    b.source[i] = 0xf0000000 + below(two, 15_000_000);
    b.agent[i] = 1 + (one % 4);
    b.label[i] = 0;
  }
  return b;
}
