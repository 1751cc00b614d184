import { z } from 'zod';
import { ROLES } from '../roles.ts';
import { DurationText, NameText, TextPair } from './common.ts';

const Label = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
  error: 'write an id of letters, digits, hyphens and dots',
});

/** An absolute time, or one from day zero (the first mail) such as D0+4h or D0-1d. */
const MomentText = z
  .string()
  .regex(
    /^(D0([+-](\d{1,5}[smhd]){1,4})?|\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?(Z|[+-]\d{2}:\d{2})?)$/,
    { error: 'write D0+4h, D0-1d, 2025-04-16 or 2025-04-16T09:30' },
  )
  .describe('D0+4h counts from the first mail; a date or time without an offset is local');

/** When a step is due. `any`: the first of them; `all`: once each has happened. */
export const WhenFile: z.ZodType<WhenFile> = z
  .union([
    z.strictObject({ at: MomentText }),
    z.strictObject({ inject: NameText }),
    z.strictObject({ alert: Label }),
    z.strictObject({ event: Label }),
    z.strictObject({
      any: z
        .array(z.lazy(() => WhenFile))
        .min(1)
        .max(20),
    }),
    z.strictObject({
      all: z
        .array(z.lazy(() => WhenFile))
        .min(1)
        .max(20),
    }),
  ])
  .meta({ id: 'when' });

export type WhenFile =
  | { at: string }
  | { inject: string }
  | { alert: string }
  | { event: string }
  | { any: WhenFile[] }
  | { all: WhenFile[] };

const Step = z.strictObject({
  when: WhenFile,
  after: DurationText.optional().describe(
    'Waited after `when`, before the reaction time of the role',
  ),
  as: z.enum(ROLES),
  do: z.string().max(64).describe('A response id, or declare, verdict, file, withdraw'),
  with: z.record(z.string(), z.union([z.string().max(500), z.number()])).optional(),
  repeat: z.boolean().optional().describe('Fire each time, not once'),
  note: z.string().max(500).optional().describe('For readers; changes nothing'),
});

/** A playbook file. */
export const PlaybookFile = z.strictObject({
  kind: z.literal('playbook'),
  name: NameText,
  title: TextPair.optional(),
  summary: TextPair.optional(),
  steps: z.array(Step).max(200),
});

export type PlaybookFile = z.infer<typeof PlaybookFile>;
