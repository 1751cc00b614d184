'use client';

import { useMemo, useRef, useState } from 'react';
import type { ProposalCard, RecordCard } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { useActLine } from '@/exercise/use-act-name.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { usePlay } from '@/exercise/use-play.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { ForPlayers } from '../console/for-players.tsx';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { entryLine } from '../console/reasons-fields.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

/** An act that was proposed: by whom and why, who agreed, who objected; and the viewer's word on it. */
export function ProposalView({ proposal }: { proposal: ProposalCard }) {
  const { text } = useReading();
  const { run } = useRun();
  const lineOf = useActLine();
  const { nameOf, roleName } = usePeople();
  const open = proposal.effectiveAt === null && proposal.failed === null;
  return (
    <article className="flex flex-col gap-6 p-8 max-lg:p-5">
      <header>
        <p className="m-0 flex flex-wrap items-center gap-4 text-13 text-ink-2">
          {open ? (
            <Badge severity="attention">
              {text.decide.waitsFor(proposal.needs.map(roleName).join(' / '))}
            </Badge>
          ) : proposal.effectiveAt === null ? (
            <Badge severity="severe">{text.decide.failed}</Badge>
          ) : (
            <Badge severity="good">
              {text.decide.taken} <SimTimeText calendar={run.calendar} at={proposal.effectiveAt} />
            </Badge>
          )}
        </p>
        <h3 className="m-0 mt-2 text-20 font-semibold">{lineOf(proposal.act)}</h3>
        <p className="m-0 mt-1 text-13 text-ink-2">
          {text.decide.proposedBy(nameOf(proposal.by, proposal.role), roleName(proposal.role))}{' '}
          <SimTimeText calendar={run.calendar} at={proposal.at} className="text-ink-3" />
        </p>
      </header>
      <OptionText proposal={proposal} />
      <Why proposal={proposal} />
      <Words proposal={proposal} />
      {open && (
        <ForPlayers>
          {proposal.asksYou ? <YourWord proposal={proposal} /> : <Dissent proposal={proposal} />}
        </ForPlayers>
      )}
    </article>
  );
}

function OptionText({ proposal: { act } }: { proposal: ProposalCard }) {
  const { text, language } = useReading();
  const decisions = useSection('decisions');
  if (act.do !== 'decide') return null;
  const card = decisions?.cards.find((each) => each.id === act.decision);
  const option = card?.options.find((each) => each.id === act.option);
  if (!card || !option) return null;
  return (
    <section className="max-w-[68ch] rounded-md border border-line-strong px-5 py-4">
      <p className="m-0 text-13 text-ink-3">{pickText(language, card.question)}</p>
      <p className="m-0 mt-2 text-16">{pickText(language, option.text)}</p>
      {option.price && (
        <p className="m-0 mt-1 text-13 text-ink-2">
          {text.inbox.price}: {pickText(language, option.price)}
        </p>
      )}
    </section>
  );
}

const NONE: readonly RecordCard[] = [];

function Why({ proposal: { reasons } }: { proposal: ProposalCard }) {
  const { text } = useReading();
  const record = useSection('record') ?? NONE;
  const cited = record.filter((card) => reasons.evidence?.includes(card.sequence));
  return (
    <dl className="m-0 grid max-w-[72ch] grid-cols-[max-content_1fr] gap-x-6 gap-y-2 text-14">
      <dt className="text-13 text-ink-3">{text.decide.why}</dt>
      <dd className="m-0 whitespace-pre-line">{reasons.why ?? text.decide.whyNone}</dd>
      <dt className="text-13 text-ink-3">{text.decide.sureShort}</dt>
      <dd className="m-0">
        {reasons.confidence === undefined ? text.console.notSaid : `${reasons.confidence} %`}
      </dd>
      <dt className="text-13 text-ink-3">{text.decide.evidence}</dt>
      <dd className="m-0">
        {cited.length === 0 && text.decide.evidenceNo}
        {cited.map((card) => (
          <span key={card.sequence} className="block">
            {entryLine(text, card.entry)}
          </span>
        ))}
      </dd>
    </dl>
  );
}

/** Who agreed, and who did not: dissent stays beside what was decided. */
function Words({ proposal }: { proposal: ProposalCard }) {
  const { text } = useReading();
  const { run } = useRun();
  const { nameOf, roleName } = usePeople();
  const words = [
    ...proposal.agreed.map((each) => ({ ...each, agrees: true })),
    ...proposal.objected.map((each) => ({ ...each, agrees: false })),
  ].toSorted((a, b) => a.at - b.at);
  if (words.length === 0) return null;
  return (
    <ul
      className="m-0 flex max-w-[72ch] list-none flex-col gap-2 p-0"
      aria-label={text.decide.words}
    >
      {words.map((word, at) => (
        <li key={at} className="flex flex-wrap items-baseline gap-x-3 text-13">
          <Badge severity={word.agrees ? 'good' : 'severe'}>
            {word.agrees ? text.decide.agreed : text.decide.objected}
          </Badge>
          <span>
            {nameOf(word.by, word.role)} · {roleName(word.role)}
          </span>
          <SimTimeText calendar={run.calendar} at={word.at} className="text-12 text-ink-3" />
          {word.note && <span className="w-full pl-6 text-14 text-ink-2">“{word.note}”</span>}
        </li>
      ))}
    </ul>
  );
}

function useWord(proposal: ProposalCard) {
  const { text } = useReading();
  const lineOf = useActLine();
  const play = usePlay();
  const [note, setNote] = useTyped(`word.${proposal.sequence}`);
  const say = (what: 'agree' | 'object') =>
    play.run(
      {
        do: what,
        proposal: proposal.sequence,
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      {
        title: `${what === 'agree' ? text.decide.agree : text.decide.object}: ${lineOf(proposal.act)}`,
        onDone: () => setNote(''),
      },
    );
  return { note, setNote, say, busy: play.busy };
}

function YourWord({ proposal }: { proposal: ProposalCard }) {
  const { text } = useReading();
  const word = useWord(proposal);
  const field = useRef<HTMLTextAreaElement>(null);
  const [tried, setTried] = useState(false);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'word',
        title: text.decide.yourWord,
        group: 'act',
        keys: 'r',
        run: () => field.current?.focus(),
      },
    ],
    [text],
  );
  useCommands(commands);
  const object = () => {
    if (word.note.trim() === '') {
      setTried(true);
      field.current?.focus();
    } else word.say('object');
  };
  return (
    <section
      aria-label={text.decide.yourWord}
      className="flex max-w-[68ch] flex-col gap-3 border-t border-line pt-6"
    >
      <TextArea
        ref={field}
        label={
          <>
            {text.decide.yourWord} <Kbd keys="r" />
          </>
        }
        rows={2}
        value={word.note}
        onChange={word.setNote}
        error={tried && word.note.trim() === '' ? text.decide.objectNeeds : undefined}
        hint={text.decide.yourWordHint}
      />
      <div className="flex gap-3">
        <Button kind="primary" disabled={word.busy} onClick={() => word.say('agree')}>
          {text.decide.agree}
        </Button>
        <Button disabled={word.busy} onClick={object}>
          {text.decide.object}
        </Button>
      </div>
    </section>
  );
}

/** Anybody may put dissent on record, asked or not. */
function Dissent({ proposal }: { proposal: ProposalCard }) {
  const { text } = useReading();
  const word = useWord(proposal);
  const [open, setOpen] = useState(word.note !== '');
  if (!open)
    return (
      <div>
        <Button small kind="quiet" onClick={() => setOpen(true)}>
          {text.decide.dissent}
        </Button>
      </div>
    );
  return (
    <section className="flex max-w-[68ch] flex-col gap-3 border-t border-line pt-6">
      <TextArea
        label={text.decide.dissentWhy}
        rows={2}
        value={word.note}
        onChange={word.setNote}
        hint={text.decide.dissentNote}
      />
      <div>
        <Button disabled={word.busy || word.note.trim() === ''} onClick={() => word.say('object')}>
          {text.decide.object}
        </Button>
      </div>
    </section>
  );
}
