import type { PatternPart, PatternTest } from '../ir/expression.ts';
import { fold } from '../ir/values.ts';

/**
 * A value while modifiers are applied. `bytes`: its texts are bytes, one character each (0–255), as
 * UTF-16 encodings leave them.
 */
export type Pattern = { parts: readonly PatternPart[]; bytes: boolean };

/**
 * Text with wildcards: `*` any run, `?` one character. A backslash makes `*`, `?` and itself plain
 * (`\*`, `\?`, `\\`), before anything else it stands for itself. Spec: "Escape Character".
 */
export function scanPattern(text: string): Pattern {
  if (!/[*?\\]/.test(text)) return { parts: text === '' ? [] : [{ text }], bytes: false };
  const parts: PatternPart[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const next = text[i + 1];
    if (c === '\\' && (next === '*' || next === '?' || next === '\\')) {
      plain += next;
      i += 1;
    } else if (c === '*' || c === '?') {
      if (plain !== '') parts.push({ text: plain });
      plain = '';
      parts.push(c === '*' ? 'any' : 'one');
    } else plain += c;
  }
  if (plain !== '') parts.push({ text: plain });
  return { parts, bytes: false };
}

/** The literal text, or null when there are wildcards. */
export function literalOf(pattern: Pattern): string | null {
  const [first] = pattern.parts;
  if (first === undefined) return '';
  return pattern.parts.length === 1 && typeof first === 'object' ? first.text : null;
}

/** The same with every literal text changed. */
export function mapTexts(pattern: Pattern, change: (text: string) => string): Pattern {
  const parts = pattern.parts.map((part) =>
    typeof part === 'string' ? part : { text: change(part.text) },
  );
  return { ...pattern, parts };
}

/** With `any` at the ends. */
export function widen(pattern: Pattern, before: boolean, after: boolean): Pattern {
  const { parts } = pattern;
  return {
    ...pattern,
    parts: [...(before ? ['any' as const] : []), ...parts, ...(after ? ['any' as const] : [])],
  };
}

/** The test: runs of `any` are one, texts side by side are one, folded unless `cased`. */
export function patternTest(pattern: Pattern, cased: boolean): PatternTest {
  const parts: PatternPart[] = [];
  for (const part of pattern.parts) {
    const last = parts.at(-1);
    if (typeof part === 'object') {
      if (part.text === '') continue;
      const text = cased ? part.text : fold(part.text);
      if (typeof last === 'object') parts[parts.length - 1] = { text: last.text + text };
      else parts.push({ text });
    } else if (part === 'one' || last !== 'any') parts.push(part);
  }
  return { kind: 'pattern', parts, cased };
}
