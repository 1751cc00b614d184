import { z } from 'zod';
import { BundleDocument } from './bundle-schema.ts';
import { Long, Sim, Short } from './parts.ts';

const Ids = z.array(Short).max(10_000);
const Percent = z.number().min(0).max(100);
const Count = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const Points = z.number().nullable();

const Rating = z.object({
  objective: Short,
  letter: z.enum(['P', 'S', 'M', 'U']),
  observation: Long.min(1).describe('What was seen; without it there is no rating'),
  moments: Ids.min(1).describe('Moments it is pinned to'),
  by: Short,
});

/** The exercise around a run, as a case keeps it. */
const RoomDocument = z.object({
  title: Short,
  team: Short,
  ended: z.boolean(),
  people: z
    .array(
      z.object({
        id: Short,
        name: Short.describe('May be a pseudonym'),
        kind: z.enum(['trainee', 'observer', 'evaluator', 'facilitator']),
        roles: Ids,
      }),
    )
    .max(2000),
  freezes: z
    .array(
      z.object({
        question: Long,
        at: Sim.nullable(),
        answers: z
          .array(z.object({ by: Short, low: Count, high: Count, confidence: Percent }))
          .max(2000),
      }),
    )
    .max(200),
  notes: z
    .array(z.object({ by: Short, at: Sim.nullable(), objective: Short.nullable(), text: Long }))
    .max(10_000),
  ratings: z.array(Rating).max(100),
  wash: z
    .array(z.object({ id: Short, kind: z.enum(['strength', 'gap']), text: Long, by: Short }))
    .max(1000),
  improvements: z
    .array(
      z.object({
        id: Short,
        text: Long,
        owner: Short,
        due: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .nullable(),
        measure: Long,
        status: z.enum(['open', 'doing', 'done', 'dropped']),
        objective: Short.nullable(),
        by: Short,
        carries: z
          .object({
            kind: z.enum(['rule', 'playbook']),
            name: Short,
            text: z.string().max(200_000),
          })
          .nullable(),
      }),
    )
    .max(1000),
  template: z.looseObject({ name: Short, groups: z.array(z.looseObject({})).max(10) }),
  pseudonymous: z.boolean(),
});

const Sheet = z.looseObject({ template: Short, points: Points });

/** A score as `dwell score --json` prints it and cases keep it. */
export const ScoreDocument = z.looseObject({
  measures: z.array(z.looseObject({ id: Short, value: Points, unit: Short, evidence: Ids })),
  objectives: z.array(
    z.looseObject({
      objective: Short,
      suggested: Rating.shape.letter.nullable(),
      given: Rating.nullable(),
    }),
  ),
  team: Sheet,
  official: Sheet.extend({ final: z.boolean() }),
  people: z.array(z.looseObject({ by: Short, points: Points, evidence: Ids })),
});

/** What a case holds besides its run's bundle. */
export const CasePart = z.object({
  exercise: RoomDocument,
  score: ScoreDocument.nullable().describe('As it was when the case was made; null: not scored'),
  signature: z
    .object({
      algorithm: z.literal('ed25519'),
      publicKey: Short.describe('Base64 of the key in DER (SPKI)'),
      value: Short.describe(
        'Base64, over the canonical form of everything but itself and the seal',
      ),
    })
    .nullable(),
});

/** A run bundle with the exercise around it: what `dwell score`, `verify` and `report` take. */
export const CaseDocument = BundleDocument.extend(CasePart.shape);
