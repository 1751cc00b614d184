import type { HistoryDocument, HistoryFinding } from '@dwell/scoring';
import { checkDocument } from '../../exercise/documents/check.ts';
import { formOf } from '../../exercise/documents/forms.ts';
import type { Finding, FormField } from '../../exercise/documents/types.ts';
import type { DocumentState } from '../../exercise/world/state.ts';
import type { Text } from '../../scenario/types.ts';
import { quoted } from '../moments/say.ts';
import { settledBy, type Source } from './source.ts';

/** Documents that went out, oldest first, with what is to be said of each, given what was known then. */
export function documentsOf(source: Source): HistoryDocument[] {
  const { documents } = source.state;
  return documents.map((each, i) => documentOf(each, documents.slice(0, i), source));
}

function documentOf(
  { sequence, at, by, document, facts }: DocumentState,
  earlier: readonly DocumentState[],
  source: Source,
): HistoryDocument {
  const form = formOf(document.form);
  const fields: readonly FormField[] = form?.fields ?? [];
  return {
    moment: settledBy(source, sequence),
    at,
    by,
    form: document.form,
    title: form?.title ?? quoted(document.form),
    audience: form?.audience ?? 'press',
    fields: fields.flatMap((field) => {
      const written = document.fields[field.id] ?? '';
      return written.trim() === ''
        ? []
        : [
            {
              id: field.id,
              label: field.label,
              text: asWritten(field, written, document.language),
            },
          ];
    }),
    findings: checkDocument(document, facts, earlier).map(findingOf),
  };
}

/** Choices are told by their labels, in the language of the document. */
function asWritten({ kind, choices }: FormField, written: string, language: keyof Text): string {
  if (kind !== 'choices') return written;
  const labels = written
    .split(',')
    .map((id) => choices?.find((choice) => choice.id === id.trim())?.label[language] ?? id.trim());
  return labels.join(', ');
}

function findingOf({ code, kind, severity, quote, explanation }: Finding): HistoryFinding {
  return { code, kind, severity, quote: quote?.text ?? null, explanation };
}
