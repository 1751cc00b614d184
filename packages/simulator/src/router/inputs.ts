import { SCALE_MAX } from '@dwell/core';
import { z } from 'zod';
import { ROLES } from '../scenario/roles.ts';

/** Bounds of everything that comes from outside. */
export const SIM_MAX_MS = 10 * 366 * 86_400_000;
export const SPEED_MAX = 100_000;
export const QUERY_MAX_CHARS = 4_000;
export const SQL_MAX_CHARS = 20_000;
export const ROWS_MAX = 1_000;
export const BINS_MAX = 400;
export const FACET_FIELDS_MAX = 24;

export const RunId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'this is not the id of a run');
export const SimTimeInput = z.number().int().min(0).max(SIM_MAX_MS);
const Name = z.string().trim().min(1).max(120);
const ScenarioName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'this is not the name of a scenario');
const Scale = z.number().int().min(1).max(SCALE_MAX);
const Start = z.string().min(1).max(40);
const KnobName = z.string().regex(/^[a-z0-9_.]{1,64}$/);

export const RunInput = z.object({ runId: RunId });

export const EstimateInput = z.object({ scenario: ScenarioName, scale: Scale, start: Start });

export const CreateRunInput = z.object({
  name: Name,
  scenario: ScenarioName,
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  scale: Scale,
  start: Start,
  knobs: z
    .record(KnobName, z.number().int())
    .refine((knobs) => Object.keys(knobs).length <= 200, 'too many knobs')
    .optional(),
});

export const run = { runId: RunId };
export const ClockInput = z.discriminatedUnion('do', [
  z.object({ ...run, do: z.literal('play') }),
  z.object({ ...run, do: z.literal('pause') }),
  z.object({ ...run, do: z.literal('speed'), speed: z.number().min(1).max(SPEED_MAX) }),
  z.object({ ...run, do: z.literal('step'), by: z.enum(['hour', 'day', 'event']) }),
  z.object({ ...run, do: z.literal('jump'), to: SimTimeInput }),
]);

export const ForkInput = z.object({ ...run, at: SimTimeInput });
export const HoursInput = z.object({
  ...run,
  from: SimTimeInput.optional(),
  to: SimTimeInput.optional(),
});
export const EventsInput = z.object({ ...run, after: SimTimeInput.optional() });
export const LiveInput = z.object({ ...run, lastEventId: z.string().max(200).nullish() });

const ResponseId = z.string().regex(/^[a-z0-9-]{1,64}$/);
export const Role = z.enum([...ROLES, 'instructor']);
export const Params = z
  .record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
    z.union([z.string().max(500), z.number()]),
  )
  .refine((params) => Object.keys(params).length <= 20, 'too many parameters');

export const PreviewInput = z.object({ ...run, response: ResponseId, params: Params });
export const ActInput = z.object({ ...run, response: ResponseId, params: Params, as: Role });
export const DeclareInput = z.object({
  ...run,
  severity: z.enum(['low', 'medium', 'high', 'critical']),
  note: z.string().trim().max(2_000).optional(),
  as: Role,
});
export const WithdrawInput = z.object({ ...run, sequence: z.number().int().min(1) });

const hunt = {
  ...run,
  table: z.string().regex(/^[a-z_]{1,40}$/),
  query: z.string().max(QUERY_MAX_CHARS),
  from: SimTimeInput.optional(),
  to: SimTimeInput.optional(),
};
export const Limit = z.number().int().min(1).max(ROWS_MAX).optional();
export const SearchInput = z.object({
  ...hunt,
  cursor: z.string().max(500).optional(),
  limit: Limit,
});
export const HistogramInput = z.object({
  ...hunt,
  bins: z.number().int().min(1).max(BINS_MAX).optional(),
});
export const FacetsInput = z.object({
  ...hunt,
  fields: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_.]{0,63}$/))
    .min(1)
    .max(FACET_FIELDS_MAX),
});
export const SqlInput = z.object({
  ...run,
  sql: z.string().min(1).max(SQL_MAX_CHARS),
  limit: Limit,
});

export const CustomersInput = z.object({
  /** The working set is the same in every run; a seat says in which it asks. */
  runId: RunId.optional(),
  search: z.string().trim().max(100).optional(),
  page: z.number().int().min(0).max(100_000).optional(),
});
export const CustomerInput = z.object({
  runId: RunId.optional(),
  number: z
    .number()
    .int()
    .min(1)
    .max(2 ** 32 - 1),
});
