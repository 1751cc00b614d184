import { NUMBER_SPACE } from '@dwell/shop';
import { z } from 'zod';
import type { Bundle } from '../../run/bundle.ts';
import { KNOBS } from '../knobs.ts';
import { CommandBodyDocument } from './command-schema.ts';
import { CHANNELS, NameText } from './common.ts';
import { Pair, Short, Sim } from './parts.ts';
import { PlanDocument } from './plan-schema.ts';

const Hex = z
  .string()
  .regex(/^[0-9a-f]*$/)
  .max(4096);

const Phase = z.object({
  name: NameText,
  from: Sim,
  to: Sim,
  reads: z.enum(['addresses', 'profile', 'profile-and-addresses']),
  subjects: z.enum(['every-number', 'known']),
  numbers: z.object({ from: z.number().int().min(1), to: z.number().int().max(NUMBER_SPACE) }),
  pace: z
    .array(z.object({ at: Sim, weight: z.number().min(0) }))
    .min(2)
    .max(500),
});

const Knobs = z.object(
  Object.fromEntries(
    Object.entries(KNOBS).map(([name, spec]) => [
      name,
      z.number().int().min(spec.min).max(spec.max),
    ]),
  ),
) as unknown as z.ZodType<Bundle['scenario']['knobs']>;

/** A scenario as runs use it: times in simulated ms, every knob there. */
export const ScenarioDocument = z.object({
  name: NameText,
  title: Pair,
  summary: Pair,
  hash: Hex,
  calendar: z.object({
    startMs: z.number().int(),
    offsetMinutes: z.number().int().min(-840).max(840),
  }),
  run: z.object({ from: Sim, to: Sim }),
  horizon: Sim,
  starts: z.object({ campaign: Sim, crisis: Sim }),
  attack: z.object({
    shape: z.enum(['minted-tokens', 'bulk-token']),
    tests: z
      .array(z.object({ at: Sim, subjects: z.number().int().min(1).max(1_000_000) }))
      .max(100),
    phases: z.array(Phase).min(1).max(20),
    live: z.boolean(),
  }),
  techniques: z.array(z.object({ id: Short, name: Short })).max(40),
  injects: z
    .array(
      z.object({
        id: NameText,
        at: Sim,
        to: Short,
        channel: z.enum(CHANNELS),
        from: Short,
        subject: Pair,
        body: Pair,
        dayZero: z.boolean().optional(),
      }),
    )
    .max(200),
  knobs: Knobs,
  exercise: PlanDocument.optional(),
});

/** What `dwell run --out` keeps as bundle.json and `dwell verify` takes. */
export const BundleDocument = z.object({
  format: z.literal('dwell-bundle-1'),
  engine: z.string().regex(/^\d+\.\d+$/),
  scenario: ScenarioDocument,
  scenario_hash: Hex,
  seed: z.number().int().min(0),
  scale: z.number().int().min(1).max(100_000),
  until: Sim.describe('Simulated ms that the run reached'),
  playbook: Short,
  commands: z
    .array(
      z.object({
        sequence: z.number().int().min(1),
        at: Sim,
        by: Short,
        role: Short,
        body: CommandBodyDocument,
      }),
    )
    .max(1_000_000),
  checkpoints: z
    .array(
      z.object({
        day: z.number().int().min(0),
        at: Sim,
        chain: Hex,
        state: Hex,
        hours: z
          .string()
          .regex(/^[0-9a-f-]*$/)
          .max(4096),
      }),
    )
    .max(4000),
  checksum: Hex,
  seal: Hex.describe('SHA-256 over the canonical form of everything else'),
}) satisfies z.ZodType<Bundle>;
