import type { Template } from '@dwell/scoring';
import { z } from 'zod';
import type { DebriefAct } from '../exercise/debrief-act.ts';
import type { Change } from '../debrief/types.ts';
import { exercise, TEXT_MAX } from './exercise-inputs.ts';
import { Params, SimTimeInput } from './inputs.ts';

/** Bounds of everything that comes from outside about debriefs. */
const TEMPLATE_MAX_CHARS = 32_000;
const CARRIED_MAX_CHARS = 64_000;
const CHANGES_MAX = 8;

const Id = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'this is not an id');
const MomentId = z.string().regex(/^[A-Za-z0-9_.:/@-]{1,160}$/, 'this is not a moment');
const Name = z.string().trim().max(120);
const Words = z.string().trim().min(1).max(TEXT_MAX);
const Sequence = z.number().int().min(1).max(10_000_000);
const ByMs = z
  .number()
  .int()
  .min(-400 * 86_400_000)
  .max(400 * 86_400_000);
const Day = z.iso.date();

const team = { ...exercise, team: Id };
export const TeamInput = z.object(team);
export const DebriefLiveInput = z.object({
  ...exercise,
  team: Id.nullish(),
  lastEventId: z.string().max(200).nullish(),
});
export const SweepInput = z.object({ ...team, lastEventId: z.string().max(200).nullish() });
export const MomentInput = z.object({ ...team, at: SimTimeInput });
export const RetentionInput = z.object({
  keepNamesDays: z.number().int().min(0).max(36_500).nullable(),
});

const ResponseId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'this is not a response');
const single = [
  z.object({ do: z.literal('shift'), sequence: Sequence, byMs: ByMs }),
  z.object({ do: z.literal('at'), sequence: Sequence, at: SimTimeInput }),
  z.object({
    do: z.literal('instead'),
    sequence: Sequence,
    option: Id.optional(),
    params: Params.optional(),
  }),
  z.object({ do: z.literal('never'), sequence: Sequence }),
  z.object({ do: z.literal('add'), at: SimTimeInput, response: ResponseId, params: Params }),
  z.object({ do: z.literal('team'), playbook: z.enum(['nothing', 'written', 'expert']) }),
] as const;
const OneChange = z.discriminatedUnion('do', single);
const ChangeInput: z.ZodType<Change> = z.discriminatedUnion('do', [
  ...single,
  z.object({ do: z.literal('several'), changes: z.array(OneChange).min(1).max(CHANGES_MAX) }),
]);
export const WhatIfInput = z.object({ ...team, change: ChangeInput });

/** Shape and sense of a template are checked by what loads templates; here only that it is no book. */
const TemplateInput = z.custom<Template>(
  (given) =>
    typeof given === 'object' &&
    given !== null &&
    JSON.stringify(given).length <= TEMPLATE_MAX_CHARS,
  'this is not a template',
);
const Letter = z.enum(['P', 'S', 'M', 'U']);
const Item = z.object({
  text: Words,
  owner: Name,
  due: Day.nullable(),
  measure: z.string().trim().max(TEXT_MAX),
  status: z.enum(['open', 'doing', 'done', 'dropped']),
  objective: Id.nullable(),
  carries: z
    .object({
      kind: z.enum(['rule', 'playbook']),
      name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'this is not a name'),
      text: z.string().min(1).max(CARRIED_MAX_CHARS),
    })
    .nullable(),
});
const ActInput: z.ZodType<DebriefAct> = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('rate'),
    team: Id,
    rating: z.object({
      objective: Id,
      letter: Letter,
      observation: Words,
      moments: z.array(MomentId).min(1).max(50).readonly(),
    }),
  }),
  z.object({ do: z.literal('unrate'), team: Id, objective: Id }),
  z.object({ do: z.literal('wash'), team: Id, kind: z.enum(['strength', 'gap']), text: Words }),
  z.object({ do: z.literal('unwash'), team: Id, id: Id }),
  z.object({ do: z.literal('improve'), team: Id, id: Id.optional(), item: Item }),
  z.object({ do: z.literal('unimprove'), team: Id, id: Id }),
  z.object({ do: z.literal('template'), template: TemplateInput }),
  z.object({ do: z.literal('pseudonyms'), on: z.boolean() }),
  z.object({ do: z.literal('share-debrief'), on: z.boolean() }),
]);
export const DebriefActInput = z.object({ ...exercise, act: ActInput });
