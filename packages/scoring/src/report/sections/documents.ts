import type { HistoryDocument } from '../../history.ts';
import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import type { Block } from '../types.ts';

function one({ say }: Context, document: HistoryDocument): Block[] {
  const { words } = say;
  const { heads } = words;
  const title = say.text(document.title);
  const blocks: Block[] = [
    { is: 'heading', level: 2, text: title },
    {
      is: 'text',
      tone: 'note',
      text: words.sentences.wrote(
        say.person(document.by),
        say.at(document.at),
        words.audiences[document.audience],
        document.moment,
      ),
    },
  ];
  if (document.fields.length > 0) {
    blocks.push({
      is: 'table',
      caption: words.captions.fields(title),
      head: [],
      widths: [28, 72],
      rows: document.fields.map(({ label, text }) => [say.text(label), text || DASH]),
    });
  }
  if (document.findings.length === 0) {
    blocks.push({ is: 'text', text: words.sentences.noFindings });
    return blocks;
  }
  blocks.push({
    is: 'table',
    caption: words.captions.findings(title),
    head: [heads.kind, heads.quote, heads.explanation],
    widths: [20, 35, 45],
    rows: document.findings.map((finding) => [
      `${words.findings[finding.kind]} (${words.severities[finding.severity]})`,
      finding.quote === null ? DASH : `“${finding.quote}”`,
      say.text(finding.explanation),
    ]),
  });
  return blocks;
}

/** What went out, as it was written, with the checker's findings quoted. */
export const documents: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.documents };
  const all = source.history.documents;
  if (all.length === 0) return [heading, { is: 'text', text: words.sentences.noDocuments }];
  return [heading, ...all.flatMap((document) => one(context, document))];
};
