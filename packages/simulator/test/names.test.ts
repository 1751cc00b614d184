// Goal: what two packages both name, because neither may import the other, they name alike.
import { GATEWAY_CHECKS, NETWORKS, PRINCIPAL_BASE } from '@dwell/shop';
import {
  ENRICHMENTS as COLUMNS,
  GATEWAY_CHECKS as RECORDED,
  NETWORK_RANGES,
  PRINCIPAL_BASE as RECORDED_BASE,
} from '@dwell/telemetry';
import { expect, test } from 'vitest';
import { ENRICHMENTS } from '../src/scenario/enrichments.ts';

test('the gateway refuses by the names that records show', () => {
  expect(RECORDED).toEqual(GATEWAY_CHECKS);
});

test('the enrichments that can be bought are the columns that are withheld', () => {
  expect([...ENRICHMENTS].sort()).toEqual([...COLUMNS].sort());
});

test('subjects that are no members are numbered alike', () => {
  expect(RECORDED_BASE).toBe(PRINCIPAL_BASE);
});

test('a query names the network that the shop has', () => {
  for (const { name, cidr, asn } of NETWORKS) {
    const range = NETWORK_RANGES.find((each) => each.name === name);
    expect(range, name).toMatchObject({ asn });
    expect(JSON.stringify(range)).toContain(String(cidr.base));
  }
});
