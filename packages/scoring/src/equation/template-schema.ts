import { z } from 'zod';
import { MEASURES } from '../measures/traits.ts';
import type { MeasureId } from '../score.ts';

const OBJECTIVES = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7'];

const Words = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });
const Share = z.number().min(0).max(1);
const Weight = z.number().positive();
const Mode = z.enum(['campaign', 'crisis']);

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A plain number, or a span such as `15m`, `4h` or `11d`, which becomes ms. */
const Value = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+[mhd]$/, 'write a number, or a span such as 15m, 4h or 11d')
    .transform((span) => Number(span.slice(0, -1)) * UNITS[span.slice(-1) as keyof typeof UNITS]),
]);

const MeasureTerm = z.strictObject({
  measure: z.enum(Object.keys(MEASURES) as [MeasureId, ...MeasureId[]]),
  weight: Weight,
  curve: z.array(z.strictObject({ value: Value, share: Share })).min(2),
  missing: z.enum(['skip', 'zero', 'full']),
  only: Mode.exactOptional(),
});

const ObjectiveTerm = z.strictObject({
  objective: z.enum(OBJECTIVES as [string, ...string[]]),
  weight: Weight,
  only: Mode.exactOptional(),
});

const Acts = z.strictObject({
  queried: z.number().min(0),
  proposed: z.number().min(0),
  approved: z.number().min(0),
  objected: z.number().min(0),
  recorded: z.number().min(0),
  answered: z.number().min(0),
  verdicts: z.number().min(0),
});

/** A template's file: its shape. What its figures must come to is looked at afterwards. */
export const TemplateFile = z.strictObject({
  kind: z.literal('score-template'),
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case words with hyphens'),
  title: Words,
  about: Words,
  ranks: z.boolean(),
  letters: z.strictObject({ P: Share, S: Share, M: Share, U: Share }),
  hintPoints: z.number().min(0),
  groups: z
    .array(
      z.strictObject({
        id: z.enum(['outcome', 'process', 'learning']),
        weight: Weight,
        terms: z.array(z.union([MeasureTerm, ObjectiveTerm])).min(1),
      }),
    )
    .min(1),
  credit: Acts,
  seats: z.partialRecord(z.enum(Acts.keyof().options), z.array(z.string().min(1)).min(1)),
});

/** The same as it is kept with a case: without its kind. */
export const TemplateData = TemplateFile.omit({ kind: true });
