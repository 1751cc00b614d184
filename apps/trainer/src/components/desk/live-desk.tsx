'use client';

import { useSearchParams } from 'next/navigation';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { WithDrawerSlot } from '../frame/drawer-slot.tsx';
import { Choice } from '../ui/choice.tsx';
import { ClassGrid } from './class-grid.tsx';
import { DeskBar } from './desk-bar.tsx';
import { DeskCommands } from './desk-commands.tsx';
import { EndedNote } from './ended-note.tsx';
import { FreezePanel } from './freeze-panel.tsx';
import { InjectDrawer } from './inject-drawer.tsx';
import { InjectLanes } from './inject-lanes.tsx';
import { InjectList } from './inject-list.tsx';
import { Notes } from './notes.tsx';
import { ShoulderDrawer } from './shoulder-drawer.tsx';
import { TruthPanel } from './truth-panel.tsx';

/** The team on the desk: the one of the address, or the first. */
export function useDeskTeam() {
  const { desk } = useDesk();
  const asked = useSearchParams().get('team');
  return desk.teams.find((each) => each.team.id === asked) ?? desk.teams[0] ?? null;
}

/** The running exercise: class, injects, truth beside what is known, notes. */
export function LiveDesk() {
  const { text } = useReading();
  const { desk } = useDesk();
  const team = useDeskTeam();
  const person = useSearchParams().get('person');
  const inject = useSearchParams().get('inject');
  const watched = desk.people.find((each) => each.id === person);
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#work"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface-3 focus:p-2"
      >
        {text.frame.skip}
      </a>
      <DeskCommands />
      <WithDrawerSlot head={<DeskBar />} banner={null} side={null}>
        <main
          id="work"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col gap-4 overflow-y-auto p-4 outline-none"
        >
          <EndedNote />
          <FreezePanel />
          <ClassGrid />
          <InjectLanes />
          {team && (
            <>
              {desk.teams.length > 1 && (
                <Choice
                  label={text.desk.team}
                  hideLabel
                  options={desk.teams.map((each) => ({ id: each.team.id, text: each.team.name }))}
                  at={team.team.id}
                  onPick={(id) => setSearchParams({ team: id, inject: null })}
                />
              )}
              <div className="grid grid-cols-[minmax(0,1fr)_380px] items-start gap-4 max-xl:grid-cols-1">
                <InjectList key={team.team.id} team={team} />
                <div className="flex min-w-0 flex-col gap-4">
                  <TruthPanel team={team} />
                  <Notes team={team} />
                </div>
              </div>
            </>
          )}
        </main>
        {watched ? (
          <ShoulderDrawer key={watched.id} person={watched} />
        ) : (
          inject &&
          team && <InjectDrawer key={`${team.team.id} ${inject}`} team={team} id={inject} />
        )}
      </WithDrawerSlot>
    </div>
  );
}
