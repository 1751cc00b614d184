import { batchAddress, partnerAddress, staffAddress } from '@dwell/shop';
import { BULK_PRINCIPAL } from '../../attack/bulk-token.ts';

/** Token holders that are not members: place in this list + 1 is the `principal` of a record. */
export const PARTNERS = 8;
export const WAREHOUSES = 4;
export const PURGE_JOB = 20;
export const TEST_JOB = 21;
export const QUALITY = 22;

/** Principals that take a fresh token on the hour: partners, warehouses, jobs, quality assurance. */
export const HOURLY_PRINCIPALS: readonly number[] = [
  ...Array.from({ length: PARTNERS + WAREHOUSES }, (_, i) => i + 1),
  PURGE_JOB,
  TEST_JOB,
  QUALITY,
];

/** Address that a principal fetches its tokens from. */
export function principalAddress(principal: number): number {
  if (principal === PURGE_JOB || principal === TEST_JOB) return batchAddress(principal);
  return principal === QUALITY ? staffAddress(900) : partnerAddress(principal, 0);
}

/** Name of a principal as logs show it. */
export function principalName(principal: number): string {
  if (principal <= PARTNERS) return `partner-${String(principal).padStart(2, '0')}`;
  if (principal <= PARTNERS + WAREHOUSES)
    return `warehouse-${String(principal - PARTNERS).padStart(2, '0')}`;
  if (principal === PURGE_JOB) return 'job-purge';
  if (principal === TEST_JOB) return 'job-test';
  if (principal === QUALITY) return 'quality-assurance';
  if (principal === BULK_PRINCIPAL) return 'back-office-export';
  return `client-${principal}`;
}

/** Names by place; index 0 is principal 1. */
export const PRINCIPAL_NAMES: readonly string[] = Array.from({ length: BULK_PRINCIPAL }, (_, i) =>
  principalName(i + 1),
);
