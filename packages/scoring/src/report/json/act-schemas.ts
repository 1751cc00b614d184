import { z } from 'zod';
import { en } from '../words/en.ts';
import { ids, maybeTime, shape, text, time } from './parts.ts';

type Keys<T> = Extract<keyof T, string>;
/** The closed lists are those that there are words for. */
const oneOf = <T extends object>(words: T) => z.enum(Object.keys(words) as [Keys<T>]);

const guess = { low: z.number(), high: z.number(), confidence: z.number() };

const finding = shape({
  code: z.string(),
  kind: oneOf(en.findings),
  severity: oneOf(en.severities),
  quote: z.string().nullable(),
  explanation: text,
});

/** What happened and what people did: the lists of a history. */
export const actSchemas = {
  moments: z.array(
    shape({
      id: z.string(),
      at: time,
      lane: oneOf(en.lanes),
      kind: oneOf(en.kinds),
      by: z.string().nullable(),
      role: z.string().nullable(),
      subject: z.string(),
      text,
    }),
  ),
  alerts: z.array(
    shape({
      moment: z.string(),
      rule: z.string(),
      at: time,
      attack: z.boolean(),
      verdict: shape({
        verdict: z.enum(['true', 'false', 'benign']),
        at: time,
        moment: z.string(),
      }).nullable(),
    }),
  ),
  injects: z.array(
    shape({
      id: z.string(),
      subject: text,
      objectives: ids,
      matters: z.boolean(),
      sentAt: maybeTime,
      metAt: maybeTime,
      missedAt: maybeTime,
      moments: ids,
    }),
  ),
  decisions: z.array(
    shape({
      moment: z.string(),
      act: z.string(),
      option: z.string().nullable(),
      title: text,
      at: time,
      effectiveAt: maybeTime,
      by: z.string(),
      agreed: ids,
      objected: ids,
      why: z.boolean(),
      confidence: z.number().nullable(),
      evidence: z.number(),
      moments: ids,
    }),
  ),
  hypotheses: z.array(
    shape({
      moment: z.string(),
      at: time,
      by: z.string(),
      tag: z.string(),
      confidence: z.number(),
      correct: z.boolean(),
    }),
  ),
  estimates: z.array(
    shape({ moment: z.string(), at: time, by: z.string(), ...guess, truth: z.number() }),
  ),
  documents: z.array(
    shape({
      moment: z.string(),
      at: time,
      by: z.string(),
      form: z.string(),
      title: text,
      audience: oneOf(en.audiences),
      fields: z.array(shape({ label: text, text: z.string() })),
      findings: z.array(finding),
    }),
  ),
  clocks: z.array(
    shape({
      rule: z.string(),
      title: text,
      source: z.string(),
      startsAt: maybeTime,
      dueAt: maybeTime,
      metAt: maybeTime,
      state: oneOf(en.clockStates),
      moment: z.string().nullable(),
    }),
  ),
  freezes: z.array(
    shape({
      question: z.string(),
      at: maybeTime,
      truth: z.number(),
      answers: z.array(shape({ by: z.string(), ...guess })),
    }),
  ),
};
