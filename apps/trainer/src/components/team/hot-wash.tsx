'use client';

import Link from 'next/link';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { entriesOf } from '@/exercise/types.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { TextArea } from '../console/text-area.tsx';
import { ActionForm } from '../record/actions-part.tsx';
import { useEntry } from '../record/use-entry.ts';
import { Figure } from '../situation/figure.tsx';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';

/** The exercise is over: what went well, what did not, who mends what, while everybody remembers. */
export function HotWash() {
  const { text } = useReading();
  const { runId } = useRun();
  const room = useRoom();
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
    <div className="mx-auto flex max-w-[1080px] flex-col gap-6 p-8 max-lg:p-4">
      <header>
        <p className="m-0 text-12 text-ink-3">{room?.name}</p>
        <h2 className="m-0 text-28 font-semibold">{words.title}</h2>
        <p className="m-0 mt-2 max-w-[68ch] text-16 leading-6 text-ink-2">{words.lead}</p>
      </header>
      <dl className="m-0 grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-6">
        {figures.map(([name, value]) => (
          <Figure key={name} name={name}>
            {formatCount(value)}
          </Figure>
        ))}
      </dl>
      <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
        <WashNote name="strengths" title={words.strengths} hint={words.strengthsHint} />
        <WashNote name="gaps" title={words.gaps} hint={words.gapsHint} />
      </div>
      <ActionForm name="wash.action" />
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

function WashNote({ name, title, hint }: { name: string; title: string; hint: string }) {
  const { text } = useReading();
  const entry = useEntry();
  const [typed, setTyped] = useTyped(`wash.${name}`);
  return (
    <Panel title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '')
            entry.write({ kind: 'note', text: `${title}: ${typed.trim()}` }, () => setTyped(''));
        }}
        className="flex flex-col gap-3"
      >
        <TextArea hideLabel label={title} hint={hint} rows={5} value={typed} onChange={setTyped} />
        <Button type="submit" disabled={entry.busy || typed.trim() === ''} className="self-start">
          {text.team.wash.keep}
        </Button>
      </form>
    </Panel>
  );
}
