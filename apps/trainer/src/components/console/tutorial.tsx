'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { HuntTable } from '@dwell/simulator/router';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useKeptHere } from '@/live/kept-here.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useViewer } from '@/live/viewer.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { screensOf } from './screens-of.ts';

const isDone = (value: unknown): value is boolean => value === true;

/** The first minutes of a person in the room: who they are, where things stand, what a count means. Comes by itself once. */
export function Tutorial({ asked, onClose }: { asked: boolean; onClose: () => void }) {
  const viewer = useViewer();
  const room = useRoom();
  const [done, setDone] = useKeptHere(`dwell.tutorial.${viewer.id}`, isDone);
  const [later, setLater] = useState(false);
  const first = !done && !later && typeof window !== 'undefined';
  const sits = room !== null && room.me.kind === 'trainee' && room.state !== 'ended';
  if (!sits || room.freeze || !(asked || first)) return null;
  const close = () => {
    setDone(() => true);
    setLater(true);
    onClose();
  };
  return <Tour onClose={close} />;
}

function Tour({ onClose }: { onClose: () => void }) {
  const { text } = useReading();
  const room = useRoom();
  const [at, setAt] = useState(0);
  const words = text.tutorial;
  const next = useRef<HTMLButtonElement>(null);
  // Once the dialog is open, so that Enter goes on.
  useEffect(() => next.current?.focus(), []);
  const hunts = room?.tools.includes('hunt');
  const pages: { title: string; body: ReactNode }[] = [
    { title: words.you, body: <You /> },
    { title: words.places, body: <Places /> },
    { title: words.deciding, body: <Paragraphs of={words.decidingText} /> },
    { title: words.counts, body: <Counts /> },
    ...(hunts ? [{ title: words.tables, body: <Tables /> }] : []),
  ];
  const page = pages[at]!;
  const last = at === pages.length - 1;
  return (
    <Dialog label={words.title} onClose={onClose} wide>
      <div className="flex flex-col gap-5 p-8">
        <p className="m-0 flex items-baseline text-12 text-ink-3">
          {words.title}
          <span className="ml-auto" aria-live="polite">
            {words.page(formatCount(at + 1), formatCount(pages.length))}
          </span>
        </p>
        <h2 className="m-0 text-20 font-semibold">{page.title}</h2>
        <div
          tabIndex={0}
          className="max-h-[52dvh] min-h-56 overflow-y-auto text-14 leading-6 text-ink-2"
        >
          {page.body}
        </div>
        <div className="flex flex-row-reverse items-center gap-2">
          <Button ref={next} kind="primary" onClick={() => (last ? onClose() : setAt(at + 1))}>
            {last ? words.begin : words.next}
          </Button>
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{words.back}</Button>}
          <Button kind="quiet" onClick={onClose} className="mr-auto">
            {words.skip}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Paragraphs({ of }: { of: string }) {
  return of.split('\n').map((line) => (
    <p key={line} className="m-0 mb-3">
      {line}
    </p>
  ));
}

function You() {
  const { text, language } = useReading();
  const room = useRoom();
  const cards = room?.cards.filter((card) => room.me.roles.includes(card.role)) ?? [];
  if (cards.length === 0) return <p className="m-0">{text.tutorial.youNone}</p>;
  return cards.map((card) => (
    <section key={card.role} className="mb-4">
      <h3 className="m-0 text-14 font-semibold text-ink-1">{pickText(language, card.title)}</h3>
      <p className="m-0 mt-1">{pickText(language, card.brief)}</p>
      <p className="m-0 mt-3 text-12 text-ink-3">{text.tutorial.start}</p>
      <ol className="m-0 list-decimal pl-5">
        {card.start.map((line) => (
          <li key={line.en}>{pickText(language, line)}</li>
        ))}
      </ol>
    </section>
  ));
}

function Places() {
  const { text } = useReading();
  const room = useRoom();
  const screens = screensOf(room?.tools ?? []);
  return (
    <dl className="m-0 grid grid-cols-[max-content_max-content_1fr] gap-x-4 gap-y-2 text-13">
      {screens.map((screen) => (
        <div key={screen.id} className="contents">
          <dt className="text-ink-1">{text.frame[screen.id]}</dt>
          <dd className="m-0">
            <Kbd keys={`g ${screen.key}`} />
          </dd>
          <dd className="m-0">{text.tutorial.screens[screen.id]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Counts() {
  const { text } = useReading();
  const { run } = useRun();
  const n = formatCount(run.scale);
  return (
    <Paragraphs of={run.scale === 1 ? text.tutorial.countsWhole : text.tutorial.countsScaled(n)} />
  );
}

function Tables() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, build } = useRun();
  const query = useQuery(
    trpc.hunt.tables.queryOptions({ runId }, { enabled: build.state === 'ready' }),
  );
  const tables = (query.data ?? []) as readonly HuntTable[];
  return (
    <>
      <p className="m-0 mb-3">{text.tutorial.tablesText}</p>
      <dl className="m-0 max-h-64 overflow-y-auto" tabIndex={0}>
        {tables.map((table) => (
          <div key={table.name} className="border-t border-line py-2">
            <dt className="font-mono text-13 text-ink-1">{table.name}</dt>
            <dd className="m-0 font-mono text-12 text-ink-3">
              {table.columns.map((column) => column.name).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
