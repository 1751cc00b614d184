'use client';

import Link from 'next/link';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { entriesOf } from '@/exercise/types.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useViewer } from '@/live/viewer.tsx';
import { Figure } from '../situation/figure.tsx';
import { ImprovementPlan } from '../wash/improvement-plan.tsx';
import { useTeamWash } from '../wash/use-team-wash.ts';
import { WashProvider } from '../wash/wash-book.tsx';
import { WashColumns } from '../wash/wash-columns.tsx';

/** The exercise is over: what went well, what did not, who mends what, while everybody remembers. */
export function HotWash() {
  const { text } = useReading();
  const { runId } = useRun();
  const room = useRoom();
  const book = useTeamWash();
  const words = text.team.wash;
  return (
    <div className="mx-auto flex max-w-[1240px] flex-col gap-6 p-8 max-lg:p-4">
      <header>
        <p className="m-0 text-12 text-ink-3">{room?.name}</p>
        <h2 className="m-0 text-28 font-semibold">{words.title}</h2>
        <p className="m-0 mt-2 max-w-[68ch] text-16 leading-6 text-ink-2">
          {words.lead} {text.wash.live}
        </p>
        <ToDebrief />
      </header>
      <WashFigures />
      {book && (
        <WashProvider value={book}>
          <WashColumns />
          <ImprovementPlan />
        </WashProvider>
      )}
      <p className="m-0 flex flex-wrap gap-6 text-14">
        <Link href={`/runs/${runId}/record`} className="text-accent no-underline hover:underline">
          {words.toRecord}
        </Link>
        <Link
          href={`/runs/${runId}/documents`}
          className="text-accent no-underline hover:underline"
        >
          {words.toDocuments}
        </Link>
        <Link
          href={`/runs/${runId}/record?show=actions`}
          className="text-accent no-underline hover:underline"
        >
          {words.toActions}
        </Link>
      </p>
    </div>
  );
}

/** What the team came to, in plain counts. */
function WashFigures() {
  const { text } = useReading();
  const record = useSection('record') ?? [];
  const decisions = useSection('decisions');
  const documents = useSection('documents') ?? [];
  const clocks = useSection('clocks')?.clocks ?? [];
  const words = text.team.wash;
  const taken = (decisions?.proposals ?? []).filter((each) => each.effectiveAt !== null);
  const figures: [string, number][] = [
    [words.decisions, taken.length],
    [words.dissent, taken.filter((each) => each.objected.length > 0).length],
    [words.evidence, entriesOf(record, 'evidence').length],
    [words.documents, documents.length],
    [words.notes, documents.reduce((sum, card) => sum + card.findings.length, 0)],
    [words.clocksMet, clocks.filter((each) => each.state === 'met').length],
    [words.clocksLate, clocks.filter((each) => /late|missed/.test(each.state)).length],
  ];
  return (
    <dl className="m-0 grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-6">
      {figures.map(([name, value]) => (
        <Figure key={name} name={name}>
          {formatCount(value)}
        </Figure>
      ))}
    </dl>
  );
}

/** The way to the debrief, once the facilitator has opened it. */
function ToDebrief() {
  const { text } = useReading();
  const room = useRoom();
  const wash = useSection('wash');
  // Who plays alone leads too, and need not show it to anybody.
  const leads = useViewer().role === 'instructor';
  if (room?.state !== 'ended' || !wash) return null;
  if (!wash.shared && !leads)
    return <p className="m-0 mt-2 text-13 text-ink-3">{text.wash.notShared}</p>;
  return (
    <p className="m-0 mt-2 text-14">
      <Link
        href={`/exercises/${room.exerciseId}/debrief`}
        className="text-accent no-underline hover:underline"
      >
        {text.wash.toDebrief}
      </Link>
    </p>
  );
}
