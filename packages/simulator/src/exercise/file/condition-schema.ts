import { z } from 'zod';
import { NameText } from '../../scenario/schema/common.ts';

/** A programme minute (m9, through the phases), a time from day zero (D0+1h), or a date or time. */
export const MomentText = z
  .string()
  .regex(
    /^(m\d{1,4}|D0([+-](\d{1,5}[smhd]){1,4})?|\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?(Z|[+-]\d{2}:\d{2})?)$/,
    { error: 'write m9, D0+4h, D0-1d, 2025-04-16 or 2025-04-16T09:30' },
  )
  .describe('m9 is minute 9 of the programme; D0+4h counts from the first mail');

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
  error: 'write an id of letters, digits, hyphens and dots',
});

const Narrowed = z.strictObject({
  name: Id,
  value: z.union([z.string().min(1).max(200), z.number()]),
});

const Listed = (): z.ZodType<ConditionFile[]> =>
  z
    .array(z.lazy(() => ConditionFile))
    .min(1)
    .max(20);

/** What a condition may speak of; `all`, `any` and `not` put conditions together. */
export const ConditionFile: z.ZodType<ConditionFile> = z
  .union([
    z.strictObject({ at: MomentText }),
    z.strictObject({ inject: NameText, is: z.enum(['sent', 'read', 'met', 'missed']) }),
    z.strictObject({ answer: NameText, option: NameText.optional() }),
    z.strictObject({ decision: NameText, option: NameText.optional() }),
    z.strictObject({ response: Id, is: z.enum(['asked', 'done']), param: Narrowed.optional() }),
    z.strictObject({ declared: z.literal(true) }),
    z.strictObject({ filed: Id }),
    z.strictObject({ document: Id, finding: Id.optional() }),
    z.strictObject({
      recorded: z.enum(['evidence', 'hypothesis', 'estimate', 'action', 'note', 'chat']),
      tag: Id.optional(),
    }),
    z.strictObject({ verdict: z.enum(['true', 'false', 'benign']) }),
    z.strictObject({ attacker: z.enum(['shut-out', 'active']) }),
    z.strictObject({ all: Listed() }),
    z.strictObject({ any: Listed() }),
    z.strictObject({ not: z.lazy(() => ConditionFile) }),
  ])
  .meta({ id: 'condition' });

export type ConditionFile =
  | { at: string }
  | { inject: string; is: 'sent' | 'read' | 'met' | 'missed' }
  | { answer: string; option?: string | undefined }
  | { decision: string; option?: string | undefined }
  | {
      response: string;
      is: 'asked' | 'done';
      param?: { name: string; value: string | number } | undefined;
    }
  | { declared: true }
  | { filed: string }
  | { document: string; finding?: string | undefined }
  | {
      recorded: 'evidence' | 'hypothesis' | 'estimate' | 'action' | 'note' | 'chat';
      tag?: string | undefined;
    }
  | { verdict: 'true' | 'false' | 'benign' }
  | { attacker: 'shut-out' | 'active' }
  | { all: ConditionFile[] }
  | { any: ConditionFile[] }
  | { not: ConditionFile };
