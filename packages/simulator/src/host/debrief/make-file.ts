import { badInput } from '@dwell/core';
import type { Template } from '@dwell/scoring';
import {
  certificate,
  classReport,
  type Paper,
  reportFile,
  type ReportSource,
  toDocx,
  toMarkdown,
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
    case 'certificate':
      return toDocx(certificates(source, people));
    case 'class-docx':
      return toDocx(ofClass(ask));
    case 'class-md':
      return new TextEncoder().encode(toMarkdown(ofClass(ask)));
    default:
      return reportFile(source, format, home === null ? {} : { home });
  }
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
