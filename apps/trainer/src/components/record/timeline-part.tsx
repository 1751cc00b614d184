'use client';

import { useMemo } from 'react';
import type { ConsoleSections, DocumentCard, RecordCard } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { useActLine, useActName } from '@/exercise/use-act-name.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { formatDate, formatDay } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { ForPlayers } from '../console/for-players.tsx';
import { entryLine } from '../console/reasons-fields.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { EntryHead } from './entry-head.tsx';
import { useEntry } from './use-entry.ts';

type Line = {
  id: string;
  at: number;
  by: string;
  role: string;
  kind: string;
  text: string;
  dissent: number;
};

const NONE_DECIDED: ConsoleSections['decisions'] = { cards: [], proposals: [] };
const NONE_OUT: readonly DocumentCard[] = [];

/** Everything in the order in which it happened, newest first, and a note to add. */
export function TimelinePart({ record }: { record: readonly RecordCard[] }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const lines = useLines(record);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-4 max-xl:grid-cols-1">
      <Panel flush title={text.record.parts.timeline}>
        {lines.length === 0 && (
          <Empty title={text.record.timelineEmpty}>{text.record.timelineNow}</Empty>
        )}
        <ol className="m-0 list-none p-0 pb-2">
          {lines.map((line, at) => {
            const day = formatDate(language, run.calendar, line.at);
            const before = lines[at - 1];
            const heading = !before || formatDate(language, run.calendar, before.at) !== day;
            return (
              <li key={line.id}>
                {heading && (
                  <p className="m-0 px-4 pt-4 pb-1 text-12 text-ink-3">
                    {day}, {formatDay(language, run.calendar, line.at)}
                  </p>
                )}
                <div className="grid grid-cols-[104px_1fr] gap-3 border-t border-line px-4 py-2">
                  <span className="text-12 leading-5 text-ink-3">{line.kind}</span>
                  <div className="min-w-0">
                    <p className="m-0 max-w-[80ch] text-14 wrap-anywhere whitespace-pre-line">
                      {line.text}
                      {line.dissent > 0 && (
                        <span className="ml-3">
                          <Badge severity="severe">{text.record.dissent}</Badge>
                        </span>
                      )}
                    </p>
                    <EntryHead by={line.by} role={line.role} at={line.at} />
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      </Panel>
      <ForPlayers>
        <NoteForm />
      </ForPlayers>
    </div>
  );
}

function useLines(record: readonly RecordCard[]): readonly Line[] {
  const { text } = useReading();
  const decided = useSection('decisions') ?? NONE_DECIDED;
  const issued = useSection('documents') ?? NONE_OUT;
  const lineOf = useActLine();
  const nameOf = useActName();
  return useMemo(() => {
    const written = record.map((card) => ({
      ...card,
      id: `r${card.sequence}`,
      kind: text.record.kinds[card.entry.kind],
      text: entryLine(text, card.entry),
      dissent: 0,
    }));
    const taken = decided.proposals
      // What was written down is told as a document.
      .filter((each) => !('document' in each.act && each.act.document && each.effectiveAt !== null))
      .map((each) => ({
        ...each,
        at: each.effectiveAt ?? each.at,
        id: `p${each.sequence}`,
        kind: each.effectiveAt === null ? text.record.proposed : text.record.decided,
        text: lineOf(each.act),
        dissent: each.objected.length,
      }));
    const out = issued.map((card) => ({
      ...card,
      id: `d${card.sequence}`,
      kind: text.record.document,
      text: nameOf(card.document.form),
      dissent: 0,
    }));
    return [...written, ...taken, ...out].toSorted((a, b) => b.at - a.at);
  }, [record, decided, issued, text, lineOf, nameOf]);
}

function NoteForm() {
  const { text } = useReading();
  const entry = useEntry();
  const [note, setNote] = useTyped('record.note');
  const submit = () => {
    if (note.trim() !== '') entry.write({ kind: 'note', text: note.trim() }, () => setNote(''));
  };
  return (
    <Panel title={text.record.addNote}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-3"
      >
        <TextArea
          hideLabel
          label={text.record.addNote}
          placeholder={text.record.notePlace}
          rows={4}
          value={note}
          onChange={setNote}
          onSubmit={submit}
          hint={text.console.ctrlEnter}
        />
        <Button type="submit" disabled={entry.busy || note.trim() === ''} className="self-start">
          {text.record.addNoteAct}
        </Button>
      </form>
    </Panel>
  );
}
