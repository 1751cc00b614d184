import { z } from 'zod';
import type { RecordEntry } from '../../exercise/types.ts';
import type { CommandBody, ProposedAct } from '../../run/command.ts';
import { ROLES } from '../roles.ts';
import { CHANNELS, NameText } from './common.ts';
import { Long, Pair, Short, Sim } from './parts.ts';

const Note = Long.optional();
const Sequence = z.number().int().min(1);
const Percent = z.number().min(0).max(100);
const Params = z.record(Short, z.union([z.string().max(65_536), z.number()]));

const DocumentText = z.object({
  form: Short,
  language: z.enum(['en', 'ko']),
  fields: z.record(Short, z.string().max(65_536)),
});

const Respond = z.object({ do: z.literal('respond'), response: Short, params: Params });
const Declare = z.object({
  do: z.literal('declare'),
  severity: z.enum(['low', 'medium', 'high', 'critical']),
  note: Note,
});
const File = z.object({
  do: z.literal('file'),
  rule: Short,
  note: Note,
  document: DocumentText.optional(),
});
const Issue = z.object({ do: z.literal('issue'), document: DocumentText });

const Act: z.ZodType<ProposedAct> = z.discriminatedUnion('do', [
  Respond,
  Declare,
  File,
  Issue,
  z.object({ do: z.literal('decide'), decision: Short, option: Short }),
]);

const TAGS = [
  'forged-tokens',
  'stolen-passwords',
  'insider-present',
  'insider-left',
  'partner',
  'software-bug',
  'pen-test',
  'hoax',
  'other',
] as const;

const Entry: z.ZodType<RecordEntry> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('evidence'),
    title: Long,
    query: z.string().max(65_536).optional(),
    table: Short.optional(),
    from: Sim.optional(),
    to: Sim.optional(),
    alert: Short.optional(),
    inject: Short.optional(),
    links: z.array(Short).max(200).optional(),
    note: Note,
  }),
  z.object({
    kind: z.literal('hypothesis'),
    text: Long,
    tag: z.enum(TAGS),
    confidence: Percent,
  }),
  z.object({
    kind: z.literal('estimate'),
    low: z.number(),
    high: z.number(),
    confidence: Percent,
    note: Note,
  }),
  z.object({
    kind: z.literal('action'),
    text: Long,
    owner: Short,
    done: z.number().optional(),
    refers: Sequence.optional(),
  }),
  z.object({ kind: z.literal('note'), text: Long }),
  z.object({ kind: z.literal('chat'), text: Long, to: z.enum(ROLES).optional() }),
]);

const Control = z.object({
  do: z.literal('inject'),
  inject: NameText,
  act: z.enum(['send', 'hold', 'release', 'withdraw', 'move', 'edit', 'new']),
  at: Sim.optional(),
  wording: z.object({ from: Short, subject: Pair, body: Pair }).optional(),
  to: z.array(Short).max(ROLES.length).optional(),
  channel: z.enum(CHANNELS).optional(),
});

const Reasons = z.object({
  why: Note,
  confidence: Percent.optional(),
  evidence: z.array(Sequence).max(1000).optional(),
});

/** A command's body as the world log, and so a bundle, keeps it. */
export const CommandBodyDocument = z.discriminatedUnion('do', [
  Respond,
  z.object({ do: z.literal('withdraw'), sequence: Sequence }),
  Declare,
  z.object({
    do: z.literal('verdict'),
    alert: Short,
    verdict: z.enum(['true', 'false', 'benign', 'none']),
    note: Note,
    attack: z.boolean().optional(),
  }),
  z.object({ do: z.literal('assign'), alert: Short, to: Short }),
  File,
  z.object({ do: z.literal('read'), inject: NameText }),
  z.object({
    do: z.literal('answer'),
    inject: NameText,
    option: Short.optional(),
    text: Note,
  }),
  z.object({
    do: z.literal('propose'),
    act: Act,
    needs: z.array(Short).max(ROLES.length),
    reasons: Reasons,
  }),
  z.object({ do: z.enum(['agree', 'object']), proposal: Sequence, note: Note }),
  z.object({ do: z.literal('record'), entry: Entry }),
  z.object({ do: z.literal('hint'), inject: NameText, hint: z.number().int().min(0).max(100) }),
  Issue,
  Control,
]) satisfies z.ZodType<CommandBody>;
