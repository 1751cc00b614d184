import { z } from 'zod';

export const CHANNELS = ['mail', 'ticket', 'chat', 'phone', 'news', 'social', 'regulator'] as const;

/** A name in files and on the command line. */
export const NameText = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'write a short name of a-z, 0-9 and hyphens' });

/** A date or time; without an offset it is local to the scenario. */
export const TimeText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?(Z|[+-]\d{2}:\d{2})?$/, {
    error: 'write a date or time such as 2025-04-14 or 2025-04-14T09:30',
  })
  .describe('A date or time; without an offset it is local');

/** 45m, 36h, 2d, 1h30m. */
export const DurationText = z
  .string()
  .regex(/^(\d{1,5}[smhd]){1,4}$/, { error: 'write a duration such as 45m, 36h, 2d or 1h30m' })
  .describe('A duration such as 45m, 36h, 2d or 1h30m');

/** A text in the two languages of the trainer. */
export const TextPair = z.strictObject({
  en: z.string().min(1).max(20_000),
  ko: z.string().min(1).max(20_000),
});
