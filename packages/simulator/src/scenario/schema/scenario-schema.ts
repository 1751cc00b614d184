import { NUMBER_SPACE } from '@dwell/shop';
import { z } from 'zod';
import { ROLES } from '../roles.ts';
import { CHANNELS, NameText, TextPair, TimeText } from './common.ts';

const Pace = z.strictObject({
  at: TimeText,
  weight: z
    .number()
    .min(0)
    .max(1_000_000_000)
    .describe('Relative speed; only the shape of the curve counts'),
});

const Phase = z.strictObject({
  name: NameText,
  from: TimeText,
  to: TimeText,
  reads: z.enum(['addresses', 'profile', 'profile-and-addresses']),
  subjects: z.enum(['every-number', 'known']),
  numbers: z
    .strictObject({
      from: z.number().int().min(1).max(NUMBER_SPACE),
      to: z.number().int().min(1).max(NUMBER_SPACE),
    })
    .optional()
    .describe('Subject numbers it walks, both ends included; all of them when left out'),
  pace: z.array(Pace).min(2).max(500),
});

const InjectText = z.strictObject({
  id: NameText,
  at: TimeText,
  to: z.enum(ROLES),
  channel: z.enum(CHANNELS),
  from: z.string().min(1).max(200),
  subject: TextPair,
  body: TextPair,
  dayZero: z.boolean().optional().describe('The mail that makes day zero; exactly one'),
});

/** A scenario file after `extends` is resolved. Times are texts here; `normalise` turns them into simulated ms. */
export const ScenarioFile = z.strictObject({
  kind: z.literal('scenario'),
  name: NameText,
  extends: z
    .string()
    .max(500)
    .optional()
    .describe('A shipped scenario or a file beside this one that this one is laid over'),
  title: TextPair,
  summary: TextPair,
  utc_offset_minutes: z.number().int().min(-840).max(840),
  run: z.strictObject({ from: TimeText, to: TimeText }),
  horizon: TimeText.describe('How far an exercise may go on beyond the run'),
  starts: z.strictObject({ campaign: TimeText, crisis: TimeText }),
  attack: z.strictObject({
    shape: z.enum(['minted-tokens', 'bulk-token']),
    live: z.boolean(),
    tests: z
      .array(z.strictObject({ at: TimeText, subjects: z.number().int().min(1).max(1_000_000) }))
      .max(100),
    phases: z.array(Phase).min(1).max(20),
  }),
  techniques: z
    .array(
      z.strictObject({
        id: z.string().regex(/^T\d{4}(\.\d{3})?$/),
        name: z.string().min(1).max(120),
      }),
    )
    .min(1)
    .max(40),
  injects: z.array(InjectText).max(200),
  knobs: z
    .record(z.string(), z.number())
    .optional()
    .describe('Overrides of the defaults, by knob name'),
});

export type ScenarioFile = z.infer<typeof ScenarioFile>;
