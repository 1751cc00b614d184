import { SCALE_MAX } from '@dwell/core';
import { z } from 'zod';
import { ROLES } from '../scenario/roles.ts';
import { Params, SimTimeInput, SPEED_MAX } from './inputs.ts';

/** Bounds of everything that comes from outside about exercises. */
export const TEXT_MAX = 4_000;
export const FIELD_MAX = 20_000;
const TEAMS_MAX = 12;

const Id = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'this is not an id');
const Name = z.string().trim().min(1).max(80);
const Line = z.string().trim().min(1).max(300);
const Words = z.string().trim().min(1).max(TEXT_MAX);
const Word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'this is not a name');
const SeatRole = z.enum(ROLES);
const Roles = z.array(SeatRole).max(ROLES.length).readonly();
const SomeRoles = z.array(SeatRole).min(1).max(ROLES.length).readonly();
const Style = z.enum(['none', 'written', 'expert']);
const Sequence = z.number().int().min(1).max(10_000_000);
const Percent = z.number().int().min(0).max(100);
const Count = z.number().int().min(0).max(1_000_000_000);
const Text = z.object({ en: z.string().max(TEXT_MAX), ko: z.string().max(TEXT_MAX) });

export const exercise = { exerciseId: Id };
export const ExerciseInput = z.object(exercise);
export const PersonInput = z.object({ ...exercise, person: Id });
export const DoorInput = z.object({ code: z.string().min(1).max(20) });
export const LiveInput = z.object({ ...exercise, lastEventId: z.string().max(200).nullish() });
export const ShoulderInput = LiveInput.extend({ person: Id });
export const RewindInput = z.object({ ...exercise, team: Id, at: SimTimeInput });
export const InviteInput = z.object({
  ...exercise,
  name: Name,
  kind: z.enum(['trainee', 'observer', 'evaluator', 'facilitator']),
  team: Id.nullable(),
});

export const SettingsInput = z.object({
  name: Name,
  exercise: Word,
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  scale: z.number().int().min(1).max(SCALE_MAX),
  length: z.enum(['lightning', 'full', 'half-day', 'homework']),
  difficulty: z.object({
    noise: z.number().min(0).max(1),
    attackerPace: z.number().int().min(100).max(10_000),
    logGapDays: z.number().int().min(0).max(365),
    staffing: Style,
  }),
  jurisdictions: z.array(Word).max(30).readonly(),
  roles: SomeRoles,
  teams: z.array(Name).min(1).max(TEAMS_MAX).readonly(),
  solo: z.boolean(),
});

export const ClockInput = z.object({
  ...exercise,
  request: z.union([
    z.object({ do: z.enum(['play', 'pause']) }),
    z.object({ do: z.literal('speed'), speed: z.number().min(1).max(SPEED_MAX) }),
    z.object({
      do: z.literal('step'),
      by: z.enum(['hour', 'day', 'event', 'inject', 'alert']),
    }),
    z.object({ do: z.literal('jump'), to: SimTimeInput }),
  ]),
});

export const RoomActInput = z.object({
  ...exercise,
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('seat'), person: Id, team: Id, roles: Roles }),
    z.object({ do: z.literal('bot'), team: Id, role: SeatRole, style: Style.nullable() }),
    z.object({ do: z.literal('rename'), person: Id, name: Name }),
    z.object({ do: z.literal('remove'), person: Id }),
    z.object({ do: z.literal('start') }),
    z.object({ do: z.literal('end') }),
    z.object({ do: z.literal('phase'), phase: Id }),
    z.object({ do: z.literal('say'), text: Line }),
    z.object({
      do: z.literal('freeze'),
      question: Line,
      seconds: z.number().int().min(5).max(1_800),
    }),
    z.object({ do: z.literal('unfreeze') }),
    z.object({
      do: z.literal('note'),
      team: Id.nullable(),
      objective: Id.nullable(),
      text: Words,
    }),
  ]),
});

export const SitInput = z.object({
  ...exercise,
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('ready') }),
    z.object({ do: z.literal('help'), on: z.boolean() }),
    z.object({ do: z.literal('choose'), team: Id, roles: Roles }),
    z.object({ do: z.literal('freeze-answer'), low: Count, high: Count, confidence: Percent }),
  ]),
});

const Severity = z.enum(['low', 'medium', 'high', 'critical']);
const Document = z.object({
  form: Word,
  language: z.enum(['en', 'ko']),
  fields: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/), z.string().max(FIELD_MAX))
    .refine((fields) => Object.keys(fields).length <= 40, 'too many fields'),
});
const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('respond'), response: Word, params: Params }),
  z.object({ do: z.literal('declare'), severity: Severity, note: Words.optional() }),
  z.object({
    do: z.literal('file'),
    rule: Word,
    note: Words.optional(),
    document: Document.optional(),
  }),
  z.object({ do: z.literal('issue'), document: Document }),
  z.object({ do: z.literal('decide'), decision: Id, option: Id }),
]);
const Reasons = z.object({
  why: Words.optional(),
  confidence: Percent.optional(),
  evidence: z.array(Sequence).max(50).readonly().optional(),
});
const Entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('evidence'),
    title: Line,
    query: z.string().max(TEXT_MAX).optional(),
    table: Id.optional(),
    from: SimTimeInput.optional(),
    to: SimTimeInput.optional(),
    alert: z.string().max(120).optional(),
    inject: Id.optional(),
    links: z.array(Id).max(50).readonly().optional(),
    note: Words.optional(),
  }),
  z.object({
    kind: z.literal('hypothesis'),
    text: Words,
    tag: z.enum([
      'forged-tokens',
      'stolen-passwords',
      'insider-present',
      'insider-left',
      'partner',
      'software-bug',
      'pen-test',
      'hoax',
      'other',
    ]),
    confidence: Percent,
  }),
  z.object({
    kind: z.literal('estimate'),
    low: Count,
    high: Count,
    confidence: Percent,
    note: Words.optional(),
  }),
  z.object({
    kind: z.literal('action'),
    text: Words,
    owner: Name,
    done: SimTimeInput.optional(),
    refers: Sequence.optional(),
  }),
  z.object({ kind: z.literal('note'), text: Words }),
  z.object({ kind: z.literal('chat'), text: Words, to: SeatRole.optional() }),
]);

export const PlayInput = z.object({
  ...exercise,
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('read'), inject: Id }),
    z.object({
      do: z.literal('answer'),
      inject: Id,
      option: Id.optional(),
      text: Words.optional(),
    }),
    z.object({ do: z.literal('propose'), act: Act, reasons: Reasons, as: SeatRole }),
    z.object({
      do: z.enum(['agree', 'object']),
      proposal: Sequence,
      note: Words.optional(),
    }),
    z.object({ do: z.literal('record'), entry: Entry, as: SeatRole.optional() }),
    z.object({ do: z.literal('hint'), inject: Id }),
  ]),
});

export const ControlInput = z.object({
  ...exercise,
  team: Id,
  act: z.object({
    do: z.literal('inject'),
    inject: Id,
    act: z.enum(['send', 'hold', 'release', 'withdraw', 'move', 'edit', 'new']),
    at: SimTimeInput.optional(),
    wording: z.object({ from: Line, subject: Text, body: Text }).optional(),
    to: SomeRoles.optional(),
    channel: z.enum(['mail', 'ticket', 'chat', 'phone', 'news', 'social', 'regulator']).optional(),
  }),
});
