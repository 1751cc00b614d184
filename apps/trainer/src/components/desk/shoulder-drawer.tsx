'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import type { ConsoleSections, PersonCard } from '@dwell/simulator/router';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Select } from '../ui/select.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SHOULDER_SECTIONS, ShoulderSection, type Shown } from './shoulder-section.tsx';

const close = () => setSearchParams({ person: null }, true);

/** What one person sees, as they see it, read only. */
export function ShoulderDrawer({ person }: { person: PersonCard }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const { exerciseId, desk } = useDesk();
  const [sections, setSections] = useState<Partial<ConsoleSections>>({});
  const [shown, setShown] = useState<Shown>('inbox');
  const stream = useSubscription(
    trpc.exercise.shoulder.subscriptionOptions(
      { exerciseId, person: person.id },
      {
        onData: ({ data }) => {
          const { section, value } = data;
          setSections((old) => ({ ...old, [section]: value }));
        },
      },
    ),
  );
  const title = text.desk.shoulder(person.name);
  const team = desk.teams.find((each) => each.team.id === person.team);
  return (
    <ContextDrawer title={title} label={title} onClose={close}>
      <div className="flex flex-col gap-4 text-13">
        <p className="m-0 text-12 text-ink-3">
          {person.roles.map((role) => text.world.roles[role] ?? role).join(', ')}
          <span className="block">{text.desk.shoulderNote}</span>
        </p>
        <Select
          label={text.desk.title}
          hideLabel
          value={shown}
          options={SHOULDER_SECTIONS.map((id) => ({ value: id, text: text.desk.sections[id] }))}
          onPick={(id) => setShown(id as Shown)}
        />
        {stream.status === 'error' && <ErrorState error={stream.error} />}
        {team && sections.room ? (
          <ShoulderSection
            shown={shown}
            sections={sections}
            calendar={team.run.calendar}
            people={desk.people}
          />
        ) : (
          stream.status !== 'error' && <Skeleton className="h-40" />
        )}
      </div>
    </ContextDrawer>
  );
}
