import { z } from 'zod';

/** Whatever is added to a shape later comes through unharmed. */
export const shape = z.looseObject;
export const text = shape({ en: z.string(), ko: z.string() });
export const time = z.number().int();
export const maybeTime = time.nullable();
export const ids = z.array(z.string());
export const mark = shape({ at: time, moment: z.string() }).nullable();
