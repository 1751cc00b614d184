import { z } from 'zod';
import type { Condition } from '../../exercise/types.ts';
import { NameText } from './common.ts';
import { Short, Sim } from './parts.ts';

/** How deep `all`, `any` and `not` may stand within each other. */
const DEPTH_MAX = 8;

export const RECORD_KINDS = [
  'evidence',
  'hypothesis',
  'estimate',
  'action',
  'note',
  'chat',
] as const;

const Simple: z.ZodType<Condition> = z
  .union([
    z.object({ at: Sim }),
    z.object({ inject: NameText, is: z.enum(['sent', 'read', 'met', 'missed']) }),
    z.object({ answer: NameText, option: Short.optional() }),
    z.object({ decision: Short, option: Short.optional() }),
    z.object({
      response: Short,
      is: z.enum(['asked', 'done']),
      param: z.object({ name: Short, value: z.union([Short, z.number()]) }).optional(),
    }),
    z.object({ declared: z.literal(true) }),
    z.object({ filed: Short }),
    z.object({ document: Short, finding: Short.optional() }),
    z.object({ recorded: z.enum(RECORD_KINDS), tag: Short.optional() }),
    z.object({ verdict: z.enum(['true', 'false', 'benign']) }),
    z.object({ attacker: z.enum(['shut-out', 'active']) }),
  ])
  .meta({ id: 'simple-condition' });

/** One more level, so that no file can nest conditions without end. */
function within(inner: z.ZodType<Condition>, depth: number): z.ZodType<Condition> {
  const several = z.array(inner).min(1).max(50);
  return z
    .union([
      Simple,
      z.object({ all: several }),
      z.object({ any: several }),
      z.object({ not: inner }),
    ])
    .meta({ id: `condition-${depth}` });
}

function deep(depth: number): z.ZodType<Condition> {
  return depth === 0 ? Simple : within(deep(depth - 1), depth);
}

/** A condition of an exercise as runs use it: times in simulated ms. */
export const ConditionDocument: z.ZodType<Condition> = deep(DEPTH_MAX);
