'use client';

import Link from 'next/link';
import { useState } from 'react';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { PageFrame } from '../runs/page-frame.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Job } from '../ui/job.tsx';
import { Invite } from './invite.tsx';
import { JoinCard } from './join-card.tsx';
import { People } from './people.tsx';
import { Seats } from './seats.tsx';

/** Before the start: how to get in, who is here, who sits where, and the one button. */
export function LobbyScreen() {
  const { text } = useReading();
  const { exerciseId, desk, mayControl } = useDesk();
  const link = `${buttonClass('quiet')} no-underline`;
  return (
    <PageFrame
      title={desk.row.name}
      action={
        <span className="flex items-center gap-2">
          <Link href={`/exercises/${exerciseId}/pack`} className={link}>
            {text.lobby.pack}
          </Link>
          {mayControl && <Start />}
        </span>
      }
    >
      <div className="flex flex-col gap-6">
        <BuildLine />
        <JoinCard />
        <div className="grid grid-cols-[minmax(0,1fr)_380px] items-start gap-6 max-lg:grid-cols-1">
          <Seats />
          <div className="flex min-w-0 flex-col gap-6">
            <People />
            {mayControl && <Invite />}
          </div>
        </div>
      </div>
    </PageFrame>
  );
}

function BuildLine() {
  const { text, language } = useReading();
  const { build } = useDesk().desk.row;
  if (build.state === 'ready') return null;
  return (
    <Job
      title={`${text.runs.build[build.state]}: ${text.exercises.history}`}
      share={build.progress}
      tone="past"
      left={
        build.secondsLeft === null
          ? text.common.soon
          : text.common.left(formatSpan(language, build.secondsLeft * 1000))
      }
    />
  );
}

function Start() {
  const { text } = useReading();
  const { desk } = useDesk();
  const { act, busy } = useDeskActs();
  const [asked, setAsked] = useState(false);
  const trainees = desk.people.filter((person) => person.kind === 'trainee');
  const missing = trainees.filter((person) => !person.ready).length;
  const built = desk.row.build.state === 'ready';
  const words = text.lobby;
  return (
    <>
      <Button
        kind="primary"
        disabled={!built || busy}
        title={built ? undefined : words.waitsForHistory}
        onClick={() => setAsked(true)}
      >
        {words.start}
      </Button>
      {asked && (
        <Confirm
          title={words.startTitle}
          act={words.start}
          cancel={text.common.cancel}
          busy={busy}
          onAct={() => void act({ do: 'start' }).then(() => setAsked(false))}
          onCancel={() => setAsked(false)}
        >
          {trainees.length === 0 && <p className="m-0">{words.startEmpty}</p>}
          {missing > 0 && <p className="m-0">{words.startNotReady(missing)}</p>}
          <p className="m-0">{words.startText}</p>
        </Confirm>
      )}
    </>
  );
}
