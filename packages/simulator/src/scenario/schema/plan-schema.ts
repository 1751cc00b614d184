import { z } from 'zod';
import { TOOLS } from '../../exercise/tools.ts';
import type { Effect, ExercisePlan } from '../../exercise/types.ts';
import { ROLES } from '../roles.ts';
import { CHANNELS, NameText } from './common.ts';
import { ConditionDocument } from './condition-schema.ts';
import { LawDocument } from './law-schema.ts';
import { Pair, Short, Sim, Span } from './parts.ts';

const Count = z.number().int().min(0).max(100_000_000);
const Won = z.number().min(0).max(1e15);

const EffectDocument: z.ZodType<Effect> = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('send'), inject: NameText, after: Span.optional() }),
    z.object({ do: z.literal('cancel'), inject: NameText }),
    z.object({ do: z.literal('postpone'), inject: NameText, by: Span }),
    z.object({ do: z.literal('contacts'), perDay: Count, for: Span }),
    z.object({ do: z.literal('attacker-pace'), permille: z.number().int().min(0).max(100_000) }),
    z.object({ do: z.literal('wipe'), what: z.enum(['suspect-device', 'old-logs']) }),
    z.object({ do: z.literal('secondary-harm'), people: Count }),
    z.object({ do: z.literal('cost'), won: Won }),
    z.object({ do: z.literal('aware') }),
    z.object({ do: z.literal('note'), text: Pair }),
  ])
  .meta({ id: 'effect' });

const Effects = z.array(EffectDocument).max(50);
const Role = z.enum(ROLES);
const Roles = z.array(Role).max(ROLES.length);
const Names = z.array(Short).max(200);

const OptionDocument = z
  .object({ id: Short, text: Pair, price: Pair.optional(), effects: Effects })
  .meta({ id: 'option' });

const BotDocument = z.object({
  option: Short.optional(),
  text: Pair.optional(),
  afterMs: Span,
  act: z
    .object({
      do: Short,
      with: z.record(Short, z.union([z.string().max(20_000), z.number()])).optional(),
    })
    .optional(),
});

const InjectDocument = z.object({
  id: NameText,
  to: Roles,
  channel: z.enum(CHANNELS),
  from: Short,
  subject: Pair,
  body: Pair,
  dayZero: z.boolean().optional(),
  trigger: z.object({ when: ConditionDocument, after: Span }).nullable(),
  wanted: Pair.optional(),
  options: z.array(OptionDocument).max(20),
  met: ConditionDocument.nullable(),
  within: Span.nullable(),
  missed: Effects,
  ifMissed: Pair.optional(),
  hints: z.array(z.object({ text: Pair, price: z.number().min(0).max(1000) })).max(20),
  objectives: Names,
  aware: z.boolean().optional(),
  matters: z.boolean(),
  bot: BotDocument.optional(),
});

const DecisionDocument = z.object({
  id: Short,
  title: Pair,
  question: Pair,
  roles: Roles,
  approvers: Roles,
  options: z.array(OptionDocument).max(20),
  open: ConditionDocument.nullable(),
  objectives: Names,
});

const CardDocument = z.object({
  role: Role,
  title: Pair,
  brief: Pair,
  start: z.array(Pair).max(20),
  tools: z.array(z.enum(TOOLS)).max(TOOLS.length),
  tables: Names,
  alone: Names,
  withSecond: z.array(z.object({ act: Short, roles: Roles })).max(200),
});

/** An exercise as runs use it: resolved, times in simulated ms. */
export const PlanDocument = z.object({
  name: NameText,
  title: Pair,
  summary: Pair,
  mode: z.enum(['campaign', 'crisis']),
  minutes: z.number().min(0).max(100_000),
  phases: z
    .array(
      z.object({
        id: Short,
        title: Pair,
        demanded: Pair,
        minutes: z.object({ from: z.number().min(0), to: z.number().min(0) }),
        sim: z.object({ from: Sim, to: Sim }).nullable(),
      }),
    )
    .max(50),
  injects: z.array(InjectDocument).max(500),
  decisions: z.array(DecisionDocument).max(100),
  cards: z.array(CardDocument).max(ROLES.length),
  objectives: z
    .array(
      z.object({
        id: Short,
        title: Pair,
        measure: Pair,
        ratings: z.object({ p: Pair, s: Pair, m: Pair, u: Pair }),
      }),
    )
    .max(50),
  jurisdictions: Names,
  laws: z.array(LawDocument).max(50).optional(),
  command: z.object({ inject: NameText, option: NameText }).optional(),
  opening: Effects,
}) satisfies z.ZodType<ExercisePlan>;
