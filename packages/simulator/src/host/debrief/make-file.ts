import { badInput } from '@dwell/core';
import type { Template } from '@dwell/scoring';
import {
  buildReport,
  certificate,
  classReport,
  type Paper,
  regressionFolder,
  type ReportSource,
  toCsvZip,
  toDocx,
  toJson,
  toMarkdown,
  xapi,
} from '@dwell/scoring/report';
import type { ReportFormat } from '../debrief-service.ts';

/** A document to write: of one team, or of all teams of a class. */
export type FileAsk = {
  format: Exclude<ReportFormat, 'bundle'>;
  sources: readonly ReportSource[];
  /** Whose certificates. */
  people: readonly string[];
  /** Of the exercise. */
  title: string;
  /** How it is scored: may teams be put in an order by it? */
  template: Pick<Template, 'name' | 'ranks'>;
  /** Address of this installation, under which accounts and activities are named; null: nobody knows it. */
  home: string | null;
};

/** Writes a document. Errors: `NO_SUCH`, `NO_LESSON` when there is nothing to put into it. */
export async function makeFile(ask: FileAsk): Promise<Uint8Array> {
  const { format, sources, people, home } = ask;
  const source = sources[0]!;
  switch (format) {
    case 'docx':
      return toDocx(buildReport(source));
    case 'md':
      return text(toMarkdown(buildReport(source)));
    case 'json':
      return text(toJson(buildReport(source)));
    case 'csv':
      return toCsvZip(buildReport(source));
    case 'xapi':
      return text(JSON.stringify(xapi(source, home === null ? {} : { home }), null, 2));
    case 'regression':
      return lessons(source);
    case 'certificate':
      return toDocx(certificates(source, people));
    case 'class-docx':
      return toDocx(ofClass(ask));
    case 'class-md':
      return text(toMarkdown(ofClass(ask)));
  }
}

function lessons(source: ReportSource): Uint8Array {
  const folder = regressionFolder(source);
  if (folder) return folder;
  const todo = 'attach a rule or a playbook to an improvement';
  throw badInput('NO_LESSON', 'no improvement carries a rule or a playbook', source.title, todo);
}

function ofClass({ sources, title, template }: FileAsk): Paper {
  return classReport(sources, { title, language: sources[0]!.language, template });
}

/** A page for everybody. */
function certificates(source: ReportSource, people: readonly string[]): Paper {
  const pages = people.map((person) => certificate(source, person));
  const [first] = pages;
  if (!first) throw badInput('NO_SUCH', 'nobody took part', source.title, 'choose another team');
  const blocks = pages.flatMap((page, i) =>
    i === 0 ? page.blocks : [{ is: 'break' as const }, ...page.blocks],
  );
  return { ...first, blocks };
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
