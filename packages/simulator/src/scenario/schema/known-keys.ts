import { z } from 'zod';
import type { KnownKeys } from './issues.ts';

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
};

/** The keys a schema knows at a path; of a union, those of all its branches. */
export function knownKeys(schema: z.ZodType): KnownKeys {
  let json: JsonSchema | null = null;
  return (path) => {
    json ??= z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    const root = json;
    const branches = (one: JsonSchema): JsonSchema[] => {
      const target = one.$ref
        ? one.$ref === '#'
          ? root
          : (root.$defs?.[one.$ref.replace('#/$defs/', '')] ?? {})
        : one;
      const more = target.anyOf ?? target.oneOf;
      return more ? more.flatMap(branches) : [target];
    };
    let here = branches(root);
    for (const step of path) {
      const next = here.flatMap((one): JsonSchema[] => {
        const child = typeof step === 'number' ? one.items : one.properties?.[String(step)];
        if (child) return [child];
        return typeof one.additionalProperties === 'object' ? [one.additionalProperties] : [];
      });
      here = next.flatMap(branches);
    }
    return [...new Set(here.flatMap((one) => Object.keys(one.properties ?? {})))];
  };
}
