'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { AuthorityCard, ConsoleSections, Role } from '@dwell/simulator/router';
import { useState } from 'react';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';

type Room = ConsoleSections['room'];

/** The viewer's authority cards, and another seat while there is time. */
export function MyCard({ room }: { room: Room }) {
  const { text } = useReading();
  const [choosing, setChoosing] = useState(false);
  const own = room.cards.filter((card) => room.me.roles.includes(card.role));
  return (
    <Panel
      title={text.waiting.you}
      aside={
        room.state === 'lobby' &&
        !choosing && (
          <Button small onClick={() => setChoosing(true)}>
            {own.length > 0 ? text.waiting.change : text.waiting.choose}
          </Button>
        )
      }
    >
      {choosing && <Chooser room={room} onDone={() => setChoosing(false)} />}
      {own.length === 0 && !choosing && (
        <p className="m-0 text-13 text-ink-2">{text.waiting.noRole}</p>
      )}
      <div className="flex flex-col gap-6">
        {own.map((card) => (
          <Card key={card.role} card={card} />
        ))}
      </div>
    </Panel>
  );
}

/** The name of an act that cards speak of. Decisions are not open yet, so they go by the plan's own words later. */
function useActTitle(): (code: string) => string {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const forms = useQuery(trpc.exercise.forms.queryOptions(undefined, { staleTime: Infinity }));
  return (code) => {
    if (code === 'declare') return text.respond.declare.title;
    const form = forms.data?.find((each) => each.id === code);
    return form ? pickText(language, form.title) : (text.world.choices[code] ?? code);
  };
}

function Card({ card }: { card: AuthorityCard }) {
  const { text, language } = useReading();
  const act = useActTitle();
  return (
    <article className="flex flex-col gap-3">
      <h3 className="m-0 text-16 font-semibold">{pickText(language, card.title)}</h3>
      <p className="m-0 max-w-[68ch] text-14 text-ink-2">{pickText(language, card.brief)}</p>
      {card.start.length > 0 && (
        <section>
          <h4 className="m-0 text-12 font-normal text-ink-3">{text.waiting.start}</h4>
          <ol className="m-0 mt-1 flex list-decimal flex-col gap-1 pl-5 text-13">
            {card.start.map((line, at) => (
              <li key={at}>{pickText(language, line)}</li>
            ))}
          </ol>
        </section>
      )}
      <dl className="m-0 grid grid-cols-2 gap-4 text-13 max-md:grid-cols-1">
        {card.alone.length > 0 && (
          <div>
            <dt className="text-12 text-ink-3">{text.waiting.alone}</dt>
            <dd className="m-0">{card.alone.map(act).join(', ')}</dd>
          </div>
        )}
        {card.withSecond.length > 0 && (
          <div>
            <dt className="text-12 text-ink-3">{text.waiting.second}</dt>
            <dd className="m-0">
              {card.withSecond
                .map((each) =>
                  text.waiting.withRoles(
                    act(each.act),
                    each.roles.map((role) => text.world.roles[role] ?? role).join(', '),
                  ),
                )
                .join('; ')}
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

function Chooser({ room, onDone }: { room: Room; onDone: () => void }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const [roles, setRoles] = useState<readonly Role[]>(room.me.roles);
  const sit = useMutation(trpc.exercise.sit.mutationOptions({ onSuccess: onDone }));
  return (
    <div className="mb-4 flex flex-col gap-3">
      <CheckList
        columns={2}
        label={text.join.roles}
        options={room.team.seats.map((seat) => ({
          id: seat.role,
          text: text.world.roles[seat.role] ?? seat.role,
          note:
            seat.people.filter((person) => person !== room.me.id).length === 0
              ? text.join.free
              : text.join.taken(seat.people.filter((person) => person !== room.me.id).length),
        }))}
        picked={roles}
        onChange={setRoles}
      />
      <div className="flex gap-2">
        <Button
          kind="primary"
          disabled={roles.length === 0 || sit.isPending}
          onClick={() =>
            sit.mutate({
              exerciseId: room.exerciseId,
              act: { do: 'choose', team: room.team.id, roles: [...roles] },
            })
          }
        >
          {text.waiting.keep}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {text.common.cancel}
        </Button>
      </div>
      {sit.isError && <ErrorState error={sit.error} />}
    </div>
  );
}
