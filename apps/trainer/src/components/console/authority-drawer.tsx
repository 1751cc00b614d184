'use client';

import { useState } from 'react';
import type { AuthorityCard } from '@dwell/simulator/router';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import { useActName } from '@/exercise/use-act-name.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Select } from '../ui/select.tsx';

/** The cards of the team: who each is, what they may do alone, and what needs a second person. */
export function AuthorityDrawer({ onClose }: { onClose: () => void }) {
  const { text, language } = useReading();
  const room = useRoom();
  const mine = room?.me.roles[0] ?? room?.cards[0]?.role ?? null;
  const [role, setRole] = useState<string | null>(mine);
  if (!room) return null;
  const card = room.cards.find((each) => each.role === role) ?? room.cards[0];
  return (
    <ContextDrawer title={text.console.card} label={text.console.card} onClose={onClose}>
      <div className="flex flex-col gap-5">
        <Select
          label={text.console.cardOf}
          value={card?.role ?? ''}
          onPick={setRole}
          options={room.cards.map((each) => ({
            value: each.role,
            text: `${pickText(language, each.title)}${room.me.roles.includes(each.role) ? ` · ${text.console.you}` : ''}`,
          }))}
        />
        {card && <CardText card={card} />}
      </div>
    </ContextDrawer>
  );
}

function CardText({ card }: { card: AuthorityCard }) {
  const { text, language } = useReading();
  const nameOfAct = useActName();
  return (
    <>
      <p className="m-0 text-14 whitespace-pre-line text-ink-2">{pickText(language, card.brief)}</p>
      <section>
        <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.console.alone}</h3>
        {card.alone.length === 0 ? (
          <p className="m-0 text-13 text-ink-2">{text.console.aloneNone}</p>
        ) : (
          <ul className="m-0 list-none p-0">
            {card.alone.map((act) => (
              <li key={act} className="border-t border-line py-1 text-13">
                {nameOfAct(act)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.console.withSecond}</h3>
        {card.withSecond.length === 0 ? (
          <p className="m-0 text-13 text-ink-2">{text.console.secondNone}</p>
        ) : (
          <ul className="m-0 list-none p-0">
            {card.withSecond.map(({ act, roles }) => (
              <li key={act} className="border-t border-line py-1 text-13">
                {nameOfAct(act)}
                <span className="block text-12 text-ink-3">
                  {text.console.secondIs(
                    roles.map((role) => text.world.roles[role] ?? role).join(', '),
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.console.tools}</h3>
        <p className="m-0 text-13 text-ink-2">
          {card.tools.map((tool) => text.console.toolNames[tool]).join(' · ') || text.common.none}
        </p>
      </section>
    </>
  );
}
