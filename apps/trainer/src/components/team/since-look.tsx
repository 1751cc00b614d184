'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import type { ConsoleSections } from '@dwell/simulator/router';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { useActLine, useActName } from '@/exercise/use-act-name.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { entryLine } from '../console/reasons-fields.tsx';
import { useLastLook } from '../situation/use-last-look.ts';
import { classNames } from '../ui/class-names.ts';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { type Change, changesOf } from './changes.ts';

const SHOWN = 8;
const NO_DECISIONS: ConsoleSections['decisions'] = { cards: [], proposals: [] };

/** What others did and what came in, newest first; what is new since one's last look is marked. */
export function SinceLook() {
  const { text } = useReading();
  const { run } = useRun();
  const room = useRoom();
  const inbox = useSection('inbox');
  const { proposals } = useSection('decisions') ?? NO_DECISIONS;
  const record = useSection('record');
  const documents = useSection('documents');
  const me = room?.me.id ?? '';
  const changes = useMemo(
    () =>
      changesOf(
        { inbox: inbox ?? [], proposals, record: record ?? [], documents: documents ?? [] },
        me,
      ),
    [inbox, proposals, record, documents, me],
  );
  const look = useLastLook();
  const fresh = look === null ? changes.length : changes.filter(({ at }) => at > look).length;
  return (
    <Panel
      flush
      title={text.situation.changed}
      aside={
        look !== null && (
          <span className={fresh > 0 ? 'text-accent' : undefined}>
            {text.situation.sinceLook(formatCount(fresh))}{' '}
            <SimTimeText calendar={run.calendar} at={look} />
          </span>
        )
      }
    >
      {changes.length === 0 && (
        <p className="m-0 px-4 pt-1 pb-4 text-13 text-ink-2">{text.team.changedNone}</p>
      )}
      <ol className="m-0 list-none p-0 pb-2">
        {changes.slice(0, SHOWN).map((change) => (
          <ChangeLine key={change.id} change={change} fresh={look === null || change.at > look} />
        ))}
      </ol>
    </Panel>
  );
}

function ChangeLine({ change, fresh }: { change: Change; fresh: boolean }) {
  const { run } = useRun();
  const { href, what, who, line } = useChangeWords(change);
  return (
    <li>
      <Link
        href={href}
        className="flex items-baseline gap-3 px-4 py-1 text-13 text-ink-1 no-underline hover:bg-surface-3"
      >
        <SimTimeText
          calendar={run.calendar}
          at={change.at}
          className={classNames(
            'w-28 shrink-0 font-mono text-12',
            fresh ? 'font-semibold text-accent' : 'text-ink-3',
          )}
        />
        <span className="w-24 shrink-0 truncate text-12 text-ink-3">{what}</span>
        <span className="min-w-0 flex-1 truncate">{line}</span>
        <span className="shrink-0 text-12 text-ink-3">{who}</span>
      </Link>
    </li>
  );
}

function useChangeWords(change: Change) {
  const { text, language } = useReading();
  const { runId } = useRun();
  const lineOf = useActLine();
  const nameOfAct = useActName();
  const { nameOf } = usePeople();
  const base = `/runs/${runId}`;
  switch (change.what) {
    case 'inbox':
      return {
        href: `${base}/inbox?item=${encodeURIComponent(change.item.id)}`,
        what: text.world.choices[change.item.channel],
        who: change.item.from,
        line: pickText(language, change.item.subject),
      };
    case 'proposal':
      return {
        href: `${base}/decide?at=p:${change.proposal.sequence}`,
        what: change.proposal.effectiveAt === null ? text.record.proposed : text.record.decided,
        who: nameOf(change.proposal.by, change.proposal.role),
        line: lineOf(change.proposal.act),
      };
    case 'record':
      return {
        href: `${base}/record`,
        what: text.record.kinds[change.card.entry.kind],
        who: nameOf(change.card.by, change.card.role),
        line: entryLine(text, change.card.entry),
      };
    case 'document':
      return {
        href: `${base}/documents?at=i:${change.card.sequence}`,
        what: text.record.document,
        who: nameOf(change.card.by, change.card.role),
        line: nameOfAct(change.card.document.form),
      };
  }
}
