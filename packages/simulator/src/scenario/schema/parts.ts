import { z } from 'zod';

export const TEN_YEARS_MS = 3660 * 86_400_000;

/** Parts of what runs are made of, as bundles hold them: bounded, so that any bundle may be read. */
export const Sim = z
  .number()
  .int()
  .min(0)
  .max(TEN_YEARS_MS)
  .describe('Simulated ms since the start');
export const Span = z.number().int().min(0).max(TEN_YEARS_MS).describe('Simulated ms');
export const Short = z.string().max(200);
export const Long = z.string().max(20_000);
export const Pair = z.object({ en: Long, ko: Long }).meta({ id: 'text' });
