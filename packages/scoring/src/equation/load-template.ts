import { badInput, type DwellError } from '@dwell/core';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Template } from '../score.ts';
import { checkTemplate } from './check-template.ts';
import { TemplateData, TemplateFile } from './template-schema.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/**
 * A template from its YAML text; `where` names it in messages. Spans of time in curves become ms. Errors
 * (exit 2), each with line and column: `TEMPLATE_YAML` when it is not YAML; `TEMPLATE` when a field is
 * missing, unknown or of another kind, or names a measure or an objective that there is not;
 * `TEMPLATE_SUM` when weights, letters or a curve do not add up.
 */
export function loadTemplate(text: string, where: string): Template {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const what = `this is not YAML: ${broken.message.split('\n')[0]}`;
    throw badInput('TEMPLATE_YAML', what, placeOf(where, lines, broken.pos[0]), 'mend the text');
  }
  const place = (path: Path) => placeOf(where, lines, offsetAt(document, path));
  const { kind: _, ...template } = checked(TemplateFile, document.toJS(), place);
  return template;
}

/**
 * A template that comes as plain data, with a case say, looked at as closely. Errors (exit 2): `TEMPLATE`
 * and `TEMPLATE_SUM`, with the path in it such as `case.groups.0.weight`.
 */
export function templateOf(data: unknown, where: string): Template {
  return checked(TemplateData, data, (path) => [where, ...path].map(String).join('.'));
}

function checked<T extends Template>(
  shape: z.ZodType<T>,
  data: unknown,
  place: (path: Path) => string,
): T {
  const read = shape.safeParse(data);
  if (!read.success) throw problemOf(read.error.issues[0]!, place);
  const problem = checkTemplate(read.data);
  if (problem) throw badInput('TEMPLATE_SUM', problem.what, place(problem.path), problem.todo);
  return read.data;
}

function problemOf(issue: Issue, place: (path: Path) => string, above: Path = []): DwellError {
  const path = [...above, ...issue.path];
  const name = path.map(String).join('.') || 'the template';
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return problemOf(likeliest(issue.errors)[0]!, place, path);
  }
  if (issue.code === 'unrecognized_keys') {
    const what = `unknown key "${issue.keys[0]}"`;
    return badInput('TEMPLATE', what, place([...path, issue.keys[0]!]), 'take it out');
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String).join(', ');
    return badInput('TEMPLATE', `unknown "${name}"`, place(path), `write one of ${known}`);
  }
  return badInput('TEMPLATE', `"${name}" is wrong`, place(path), issue.message);
}

/** The reading of a text with the fewest complaints: what was meant, most likely. */
function likeliest(readings: readonly (readonly Issue[])[]): readonly Issue[] {
  return readings.reduce((best, each) => (each.length <= best.length ? each : best));
}

/** Where a path stands in the text, or the nearest part above it that is there. */
function offsetAt(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function placeOf(where: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${where}:${line}:${col}`;
}
