import { badInput } from '@dwell/core/errors';
import type { ZodError } from 'zod';
import type { Report } from '../types.ts';
import { FORMAT, reportSchema } from './report-schema.ts';

/** A report as JSON text, with everything that it was made from. */
export function toJson(report: Report): string {
  return `${JSON.stringify({ format: FORMAT, ...report }, null, 2)}\n`;
}

/** `source.score.measures[3].unit` */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function complaint(error: ZodError): string {
  const [first, ...rest] = error.issues;
  const more = rest.length > 0 ? ` (and ${rest.length} more)` : '';
  return `${pathOf(first!.path) || 'the file'}: ${first!.message}${more}`;
}

/**
 * A report from its JSON text, as `toJson` wrote it. Errors: `REPORT_JSON` for what is no JSON,
 * `REPORT_FORMAT` for another format, `REPORT` for one that lacks something, naming the place.
 */
export function fromJson(json: string, where: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw badInput('REPORT_JSON', `this is no JSON: ${why}`, where, 'give a report saved as JSON');
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (format !== FORMAT) {
    const got = typeof format === 'string' ? `"${format}"` : 'none';
    const what = `the format is ${got}, not "${FORMAT}"`;
    throw badInput('REPORT_FORMAT', what, where, 'give a report that this version saved as JSON');
  }
  const read = reportSchema.safeParse(value);
  if (!read.success) {
    throw badInput(
      'REPORT',
      complaint(read.error),
      where,
      'mend it there or save the report again',
    );
  }
  const { format: _, ...report } = read.data;
  return report;
}
