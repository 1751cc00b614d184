import type { ConsoleSections } from '@dwell/simulator/router';

/** Something that others did or that came in, as a line that leads to it. */
export type Change =
  | { id: string; at: number; what: 'inbox'; item: ConsoleSections['inbox'][number] }
  | {
      id: string;
      at: number;
      what: 'proposal';
      proposal: ConsoleSections['decisions']['proposals'][number];
    }
  | { id: string; at: number; what: 'record'; card: ConsoleSections['record'][number] }
  | { id: string; at: number; what: 'document'; card: ConsoleSections['documents'][number] };

type Sections = {
  inbox: ConsoleSections['inbox'];
  proposals: ConsoleSections['decisions']['proposals'];
  record: ConsoleSections['record'];
  documents: ConsoleSections['documents'];
};

/** All of it, newest first; what the viewer wrote or proposed is no news to them. */
export function changesOf(sections: Sections, me: string): readonly Change[] {
  const changes: Change[] = [
    ...sections.inbox.map((item) => ({
      id: `i${item.id}`,
      at: item.at,
      what: 'inbox' as const,
      item,
    })),
    ...sections.proposals
      .filter((proposal) => proposal.by !== me)
      .map((proposal) => ({
        id: `p${proposal.sequence}`,
        at: proposal.effectiveAt ?? proposal.at,
        what: 'proposal' as const,
        proposal,
      })),
    ...sections.record
      .filter((card) => card.by !== me)
      .map((card) => ({ id: `r${card.sequence}`, at: card.at, what: 'record' as const, card })),
    ...sections.documents
      .filter((card) => card.by !== me)
      .map((card) => ({ id: `d${card.sequence}`, at: card.at, what: 'document' as const, card })),
  ];
  return changes.toSorted((a, b) => b.at - a.at);
}
