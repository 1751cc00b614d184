'use client';

import { useQuery } from '@tanstack/react-query';
import type { DeskTeam, ExerciseCard } from '@dwell/simulator/router';
import { useId, useState, type FormEvent } from 'react';
import { formatMoment } from '@/i18n/format-time.ts';
import { formatWallClock } from '@/i18n/format-wall.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { CONTROL } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';

/** The file that this exercise was made from; null until it has come. */
export function useExerciseCard(): ExerciseCard | null {
  const trpc = useTRPC();
  const { desk } = useDesk();
  const exerciseId = desk.row.id;
  const card = useQuery(trpc.exercise.card.queryOptions({ exerciseId }, { staleTime: Infinity }));
  return card.data ?? null;
}

/** What evaluators write down: pinned to the moment, and to an objective if they say which. */
export function Notes({ team }: { team: DeskTeam }) {
  const { text, language } = useReading();
  const { desk } = useDesk();
  const nameOf = (by: string) => desk.people.find((person) => person.id === by)?.name;
  const notes = desk.notes.filter((note) => note.team === null || note.team === team.team.id);
  return (
    <Panel title={text.desk.notes}>
      <NoteForm team={team} />
      {notes.length === 0 ? (
        <div className="-mx-4">
          <Empty title={text.desk.notesEmpty}>{text.desk.notesNow}</Empty>
        </div>
      ) : (
        <ol className="m-0 mt-3 flex max-h-64 list-none flex-col overflow-y-auto p-0">
          {notes.toReversed().map((note) => (
            <li key={note.id} className="border-t border-line py-2 text-13">
              <span className="block text-12 text-ink-3">
                {note.at === null
                  ? formatWallClock(note.wallMs)
                  : formatMoment(language, team.run.calendar, note.at)}
                {note.objective && <span className="ml-2 text-accent">{note.objective}</span>}
                {nameOf(note.by) && <span className="ml-2">{nameOf(note.by)}</span>}
              </span>
              <span className="whitespace-pre-line">{note.text}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function NoteForm({ team }: { team: DeskTeam }) {
  const { text, language } = useReading();
  const { desk } = useDesk();
  const { act, busy } = useDeskActs();
  const id = useId();
  const [words, setWords] = useState('');
  const [objective, setObjective] = useState('');
  const objectives = useExerciseCard()?.plan.objectives ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim()) return;
    const note = { team: team.team.id, objective: objective || null, text: words.trim() };
    if (await act({ do: 'note', ...note })) setWords('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-2">
      <label htmlFor={`${id}-note`} className="sr-only">
        {text.desk.note}, {desk.teams.length > 1 ? team.team.name : ''}
      </label>
      <textarea
        id={`${id}-note`}
        data-note=""
        rows={2}
        maxLength={2000}
        placeholder={text.desk.note}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
        className={`${CONTROL} h-auto! py-1`}
      />
      <div className="flex items-end gap-2">
        <Select
          hideLabel
          className="min-w-0 flex-1"
          label={text.desk.objective}
          value={objective}
          onPick={setObjective}
          options={[
            { value: '', text: `${text.desk.objective}: ${text.desk.noObjective}` },
            ...objectives.map((each) => ({
              value: each.id,
              text: `${each.id} ${pickText(language, each.title)}`,
            })),
          ]}
        />
        <Button type="submit" disabled={busy || !words.trim()}>
          {text.desk.noteAct}
        </Button>
      </div>
    </form>
  );
}
