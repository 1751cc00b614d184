import type {
  ConsoleSections,
  DocumentCard,
  ProposalCard,
  RecordCard,
} from '@dwell/simulator/router';

export type Room = ConsoleSections['room'];
export type ProposedAct = ProposalCard['act'];
export type Reasons = ProposalCard['reasons'];
export type RecordEntry = RecordCard['entry'];
export type DocumentFinding = DocumentCard['findings'][number];

/** An entry of the record of one kind. */
export type EntryOf<Kind extends RecordEntry['kind']> = Omit<RecordCard, 'entry'> & {
  entry: Extract<RecordEntry, { kind: Kind }>;
};

/** The entries of one kind, as they were written. */
export function entriesOf<Kind extends RecordEntry['kind']>(
  record: readonly RecordCard[],
  kind: Kind,
): readonly EntryOf<Kind>[] {
  return record.filter((card): card is EntryOf<Kind> => card.entry.kind === kind);
}
