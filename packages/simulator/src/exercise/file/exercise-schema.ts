import { z } from 'zod';
import { TOOLS } from '../tools.ts';
import { ROLES } from '../../scenario/roles.ts';
import { CHANNELS, DurationText, NameText, TextPair } from '../../scenario/schema/common.ts';
import { ConditionFile, MomentText } from './condition-schema.ts';

const RoleName = z.enum(ROLES);
const Full = z.number().int().min(0);
/** Objectives are called O1 … O7, or by a name. */
const ObjectiveId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, { error: 'write an id such as O1' });

const EffectFile = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('send'), inject: NameText, after: DurationText.optional() }),
  z.strictObject({ do: z.literal('cancel'), inject: NameText }),
  z.strictObject({ do: z.literal('postpone'), inject: NameText, by: DurationText }),
  z.strictObject({
    do: z.literal('contacts'),
    perDay: Full.max(100_000_000).describe('Support contacts a day, full scale, on top'),
    for: DurationText,
  }),
  z.strictObject({
    do: z.literal('attacker-pace'),
    permille: Full.max(10_000).describe('Of the planned pace, from now on'),
  }),
  z.strictObject({ do: z.literal('wipe'), what: z.enum(['suspect-device', 'old-logs']) }),
  z.strictObject({ do: z.literal('secondary-harm'), people: Full.max(50_000_000) }),
  z.strictObject({ do: z.literal('cost'), won: Full.max(1_000_000_000_000_000) }),
  z.strictObject({ do: z.literal('aware') }),
  z.strictObject({ do: z.literal('note'), text: TextPair }),
]);

const Option = z.strictObject({
  id: NameText,
  text: TextPair,
  price: TextPair.optional().describe('What is shown of its price before it is chosen'),
  effects: z.array(EffectFile).max(20).optional(),
});

const Bot = z.strictObject({
  option: NameText.optional(),
  text: TextPair.optional(),
  after: DurationText.optional().describe('Waited after the inject came'),
  act: z
    .strictObject({
      do: NameText,
      with: z.record(z.string(), z.union([z.string().max(500), z.number()])).optional(),
    })
    .optional(),
});

const InjectFile = z.strictObject({
  id: NameText,
  to: z.union([RoleName, z.array(RoleName).min(1).max(ROLES.length)]),
  channel: z.enum(CHANNELS),
  from: z.string().min(1).max(200),
  subject: TextPair,
  body: TextPair,
  trigger: z.strictObject({ when: ConditionFile, after: DurationText.optional() }).optional(),
  at: MomentText.optional().describe('Short for a trigger on time alone'),
  pocket: z.boolean().optional().describe('Sent by the facilitator’s hand'),
  core: z.boolean().optional().describe('Stays in the lightning length'),
  wanted: TextPair.optional().describe('What is wanted; left out: atmosphere'),
  options: z.array(Option).max(8).optional(),
  met: ConditionFile.optional().describe('What counts as done; with options, any answer'),
  within: DurationText.optional().describe('Simulated, after it was sent; then it is missed'),
  missed: z.array(EffectFile).max(20).optional(),
  ifMissed: TextPair.optional().describe('What the facilitator is told will happen'),
  hints: z
    .array(z.strictObject({ text: TextPair, price: z.number().int().min(0).max(100) }))
    .max(5)
    .optional(),
  objectives: z.array(ObjectiveId).max(10).optional(),
  aware: z.boolean().optional().describe('Reading it proves awareness'),
  matters: z.boolean().optional().describe('Ground truth; as `wanted` says when left out'),
  bot: Bot.optional(),
});

const DecisionFile = z.strictObject({
  id: NameText,
  title: TextPair,
  question: TextPair,
  roles: z.array(RoleName).min(1).max(ROLES.length),
  approvers: z.array(RoleName).max(ROLES.length).optional(),
  options: z.array(Option).min(2).max(8),
  open: ConditionFile.optional().describe('When it can be taken; left out: always'),
  objectives: z.array(ObjectiveId).max(10).optional(),
});

const CardFile = z.strictObject({
  role: RoleName,
  title: TextPair,
  brief: TextPair,
  start: z.array(TextPair).max(5),
  tools: z.array(z.enum(TOOLS)).max(TOOLS.length),
  tables: z
    .array(z.string().regex(/^[a-z_]{1,40}$/))
    .max(20)
    .optional(),
  alone: z.array(NameText).max(60).optional(),
  withSecond: z
    .array(z.strictObject({ act: NameText, roles: z.array(RoleName).min(1).max(ROLES.length) }))
    .max(60)
    .optional(),
});

const ObjectiveFile = z.strictObject({
  id: ObjectiveId,
  title: TextPair,
  measure: TextPair,
  ratings: z.strictObject({ p: TextPair, s: TextPair, m: TextPair, u: TextPair }),
});

const PhaseFile = z.strictObject({
  id: NameText,
  title: TextPair,
  demanded: TextPair,
  minutes: z.strictObject({ from: Full.max(5000), to: Full.max(5000) }),
  sim: z
    .strictObject({ from: MomentText, to: MomentText })
    .optional()
    .describe('Left out: the clock stands (brief, hot wash)'),
});

const LISTS = {
  injects: z.array(InjectFile).max(300).optional(),
  decisions: z.array(DecisionFile).max(40).optional(),
  cards: z.array(CardFile).max(ROLES.length).optional(),
  objectives: z.array(ObjectiveFile).max(20).optional(),
};

/** A part of exercises: lists that are appended to those of the file that includes it. */
export const ExercisePartFile = z.strictObject({ kind: z.literal('exercise-part'), ...LISTS });

const Minutes = z.number().int().min(5).max(10_000);

/** An exercise file after its parts are laid in. Times are texts here; the reader resolves them. */
export const ExerciseFile = z.strictObject({
  kind: z.literal('exercise'),
  name: NameText,
  scenario: z.string().min(1).max(500).describe('A shipped scenario or a file beside this one'),
  title: TextPair,
  summary: TextPair,
  mode: z.enum(['campaign', 'crisis']),
  minutes: Minutes.describe('Of the full programme'),
  lengths: z
    .strictObject({
      lightning: Minutes.optional(),
      'half-day': Minutes.optional(),
      homework: Minutes.optional(),
    })
    .optional()
    .describe('Minutes of the other lengths; a third, eight thirds, 48 times when left out'),
  include: z.array(z.string().min(1).max(300)).max(20).optional(),
  phases: z.array(PhaseFile).min(1).max(20),
  ...LISTS,
  jurisdictions: z.array(NameText).max(40).optional(),
  command: z
    .strictObject({ inject: NameText, option: NameText })
    .optional()
    .describe('The answer by which somebody takes command; the score counts from it'),
});

export type ExerciseFile = z.infer<typeof ExerciseFile>;
export type InjectFile = z.infer<typeof InjectFile>;
export type DecisionFile = z.infer<typeof DecisionFile>;
export type CardFile = z.infer<typeof CardFile>;
export type OptionFile = z.infer<typeof Option>;
export type EffectFile = z.infer<typeof EffectFile>;
