import type { HistoryDocument, Text } from '@dwell/scoring';

/** One question that several documents answer, each in its own words; null: it does not say. */
export type CompareRow = {
  id: string;
  label: Text;
  answers: readonly (string | null)[];
  /** Those who answer do not say the same. */
  differs: boolean;
};

/** What the room asks first: how many, since when, contained or not, which items. */
const FIRST = ['count', 'aware-at', 'occurred', 'items', 'what', 'measures'];

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Lines of the documents laid side by side: the telling ones first, then in the order of the forms. */
export function compareDocuments(documents: readonly HistoryDocument[]): CompareRow[] {
  const labels = new Map<string, Text>();
  const idOf = (field: HistoryDocument['fields'][number]) => field.id ?? field.label.en;
  for (const document of documents)
    for (const field of document.fields)
      if (!labels.has(idOf(field))) labels.set(idOf(field), field.label);
  const rank = (id: string) => {
    const at = FIRST.indexOf(id);
    return at < 0 ? FIRST.length : at;
  };
  return [...labels]
    .map(([id, label]) => {
      const answers = documents.map((document) => {
        const field = document.fields.find((each) => idOf(each) === id);
        return field && field.text.trim() !== '' ? field.text : null;
      });
      const said = new Set(answers.filter((each) => each !== null).map(plain));
      return { id, label, answers, differs: said.size > 1 };
    })
    .filter((row) => row.answers.some((answer) => answer !== null))
    .toSorted((a, b) => rank(a.id) - rank(b.id));
}
