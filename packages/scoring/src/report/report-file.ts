import { badInput } from '@dwell/core';
import { buildReport } from './build-report.ts';
import { toDocx } from './docx/to-docx.ts';
import { toJson } from './json/report-json.ts';
import { regressionFolder } from './regression/regression-folder.ts';
import { toCsvZip } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';
import type { ReportSource } from './types.ts';
import { xapi } from './xapi/xapi.ts';

/** What a team's report can be written as; `csv` is a zip of tables, `regression` one of tests. */
export const REPORT_FILES = ['docx', 'md', 'json', 'csv', 'xapi', 'regression'] as const;
export type ReportFileFormat = (typeof REPORT_FILES)[number];

/**
 * A team's report as the bytes of a file. `home` is the address under which learning statements name
 * accounts. Errors: `NO_LESSON` when no improvement carries anything to test.
 */
export async function reportFile(
  source: ReportSource,
  format: ReportFileFormat,
  { home }: { home?: string } = {},
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return toDocx(buildReport(source));
    case 'md':
      return encode(toMarkdown(buildReport(source)));
    case 'json':
      return encode(toJson(buildReport(source)));
    case 'csv':
      return toCsvZip(buildReport(source));
    case 'xapi':
      return encode(
        `${JSON.stringify(xapi(source, home === undefined ? {} : { home }), null, 2)}\n`,
      );
    case 'regression':
      return lessons(source);
  }
}

function lessons(source: ReportSource): Uint8Array {
  const folder = regressionFolder(source);
  if (folder) return folder;
  const todo = 'attach one to an item of the improvement plan first';
  throw badInput('NO_LESSON', 'no improvement carries a rule or a playbook', source.title, todo);
}

const encode = (text: string) => new TextEncoder().encode(text);
