'use client';

import type { DeskInject, DeskTeam } from '@dwell/simulator/router';
import { useState, type ReactNode } from 'react';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { InjectActs } from './inject-acts.tsx';
import { InjectStateMark } from './inject-state.tsx';
import { NEW_INJECT, NewInject } from './new-inject.tsx';
import { WordingForm } from './wording-form.tsx';

/** Whoever opens it from the keyboard goes on inside; Escape closes it from there. */
const takeFocus = (node: HTMLElement | null) => node?.focus();

const close = () => setSearchParams({ inject: null }, true);

/** One inject in full: what it says, what is wanted, who has read it, and what can be done with it. */
export function InjectDrawer({ team, id }: { team: DeskTeam; id: string }) {
  const { text, language } = useReading();
  const [editing, setEditing] = useState(false);
  const inject = team.injects.find((each) => each.id === id);
  if (id === NEW_INJECT)
    return (
      <ContextDrawer title={text.injects.new} label={text.injects.new} onClose={close}>
        <NewInject team={team} onDone={close} />
      </ContextDrawer>
    );
  if (!inject) return null;
  const title = pickText(language, inject.subject);
  return (
    <ContextDrawer title={title} label={title} onClose={close}>
      <div ref={takeFocus} tabIndex={-1} className="flex flex-col gap-4 text-13 outline-none">
        <p className="m-0 flex items-center gap-3">
          <InjectStateMark state={inject.state} word={text.injects.states[inject.state]} />
          <span className="font-mono text-12 text-ink-3">{inject.id}</span>
        </p>
        {editing ? (
          <WordingForm team={team} inject={inject} onDone={() => setEditing(false)} />
        ) : (
          <>
            <InjectActs team={team} inject={inject} onEdit={() => setEditing(true)} />
            <InjectFacts team={team} inject={inject} />
          </>
        )}
      </div>
    </ContextDrawer>
  );
}

function InjectFacts({ team, inject }: { team: DeskTeam; inject: DeskInject }) {
  const { text, language } = useReading();
  const { desk } = useDesk();
  const words = text.injects;
  const nameOf = (by: string) => desk.people.find((person) => person.id === by)?.name ?? by;
  const at = inject.sentAt ?? inject.plannedAt;
  return (
    <>
      <dl className="m-0 flex flex-col gap-3">
        <Fact name={words.time}>
          {at === null ? (
            words.condition
          ) : (
            <SimTimeText calendar={team.run.calendar} at={at} form="full" />
          )}
        </Fact>
        {inject.dueAt !== null && (
          <Fact name={words.due}>
            <SimTimeText calendar={team.run.calendar} at={inject.dueAt} form="full" />
          </Fact>
        )}
        <Fact name={words.to}>
          {inject.to.map((role) => text.world.roles[role] ?? role).join(', ')}
        </Fact>
        <Fact name={words.channel}>
          {text.world.choices[inject.channel] ?? inject.channel}, {inject.from}
        </Fact>
        {inject.wanted && <Fact name={words.wanted}>{pickText(language, inject.wanted)}</Fact>}
        {inject.ifMissed && (
          <Fact name={words.ifMissed}>{pickText(language, inject.ifMissed)}</Fact>
        )}
        {inject.objectives.length > 0 && (
          <Fact name={words.objectives}>{inject.objectives.join(', ')}</Fact>
        )}
        <Fact name={words.read}>
          {inject.read.length === 0 ? (
            words.readNone
          ) : (
            <ul className="m-0 list-none p-0">
              {inject.read.map((each) => (
                <li key={each.by} className="flex gap-3">
                  {nameOf(each.by)}
                  <SimTimeText
                    calendar={team.run.calendar}
                    at={each.at}
                    className="ml-auto font-mono text-12 text-ink-3"
                  />
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
      <section aria-label={words.body} className="border-t border-line pt-3">
        <p className="m-0 whitespace-pre-line text-ink-1">{pickText(language, inject.body)}</p>
      </section>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  );
}
