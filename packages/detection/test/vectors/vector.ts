import type { JsonObject } from '../reference/event.ts';

/** A rule set, events, and what every engine must say of them: a disagreement there once was, or a doubt. */
export type Vector = {
  /** What is right, in a sentence. */
  says: string;
  rules: string;
  events: readonly JsonObject[];
  /** By name of the detection: places of events, for correlations with the group. */
  holds: Readonly<Record<string, readonly (number | readonly [at: number, ...group: string[]])[]>>;
  /** Detections that do not report on their own; default: none of them. */
  silent?: readonly string[];
};

/** A rule document that looks for a selection, in YAML's flow style. */
export function ruleOf(name: string, selection: string): string {
  return `title: Rule ${name}
name: ${name}
logsource: { category: test }
detection: { selection: ${selection}, condition: selection }
`;
}

/** A correlation document; `section` has what stands below `correlation`. */
export function correlationOf(name: string, section: string): string {
  const lines = section.trim().split('\n');
  return `title: Correlation ${name}
name: ${name}
correlation:
${lines.map((line) => `  ${line.trim()}`).join('\n')}
`;
}

/** One file of several documents. */
export const fileOf = (...documents: readonly string[]): string => documents.join('---\n');
