'use client';

import { useState } from 'react';
import type { DecisionCard } from '@dwell/simulator/router';
import { standingOf } from '@/exercise/authority.ts';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import { usePeople } from '@/exercise/use-people.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ReasonsFields, useReasons } from '../console/reasons-fields.tsx';
import { StandingNote } from '../console/standing-note.tsx';
import { useProposing } from '../console/use-proposing.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Confirm } from '../ui/confirm.tsx';

/** One question with air around it: its options with their prices, why, how sure, on what; one button. */
export function DecisionForm({ card }: { card: DecisionCard }) {
  const { text, language } = useReading();
  const room = useRoom();
  const { roleName } = usePeople();
  const reasons = useReasons(`decide.${card.id}`);
  const [option, setOption] = useTyped(`decide.${card.id}.option`);
  const [asking, setAsking] = useState(false);
  const proposing = useProposing();
  const own = card.roles.filter((role) => room?.me.roles.includes(role));
  const standing = decisionStanding(card, own, room);
  const picked = card.options.find((each) => each.id === option);
  const title = pickText(language, card.title);
  const send = () => {
    setAsking(false);
    if (!picked || standing.how === 'not') return;
    proposing.run({
      act: { do: 'decide', decision: card.id, option: picked.id },
      standing,
      reasons: reasons.reasons,
      title: `${title}: ${pickText(language, picked.text)}`,
      onDone: () => {
        reasons.clear();
        setOption('');
      },
    });
  };
  return (
    <article className="flex flex-col gap-7 p-8 max-lg:p-5">
      <header>
        <h3 className="m-0 text-20 font-semibold">{title}</h3>
        <p className="m-0 mt-2 max-w-[62ch] text-16 leading-6 text-ink-2">
          {pickText(language, card.question)}
        </p>
        <p className="m-0 mt-2 text-12 text-ink-3">
          {text.decide.whoDecides(card.roles.map(roleName).join(', '))}
          {card.approvers.length > 0 &&
            ` · ${text.decide.whoAgrees(card.approvers.map(roleName).join(', '))}`}
        </p>
      </header>
      <fieldset className="m-0 flex max-w-[68ch] flex-col gap-3 border-0 p-0">
        <legend className="sr-only">{text.inbox.options}</legend>
        {card.options.map((each) => (
          <label
            key={each.id}
            className={classNames(
              'flex cursor-pointer items-start gap-4 rounded-md border px-5 py-4 has-focus-visible:outline-2 has-focus-visible:outline-accent',
              each.id === option
                ? 'border-accent bg-accent-soft'
                : 'border-line-strong hover:bg-surface-3',
            )}
          >
            <input
              type="radio"
              className="mt-1"
              name={`decision-${card.id}`}
              checked={each.id === option}
              disabled={standing.how === 'not'}
              onChange={() => setOption(each.id)}
            />
            <span>
              <span className="block text-16">{pickText(language, each.text)}</span>
              {each.price && (
                <span className="mt-1 block text-13 text-ink-2">
                  {text.inbox.price}: {pickText(language, each.price)}
                </span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {standing.how !== 'not' && <ReasonsFields of={reasons} />}
      <footer className="flex flex-wrap items-center gap-4">
        {standing.how !== 'not' && (
          <Button
            kind="primary"
            disabled={!picked || proposing.busy}
            onClick={() => setAsking(true)}
          >
            {standing.how === 'alone' ? text.decide.take : text.decide.propose}
          </Button>
        )}
        <StandingNote standing={standing} />
      </footer>
      {asking && picked && (
        <Confirm
          title={text.respond.confirm(pickText(language, picked.text))}
          act={standing.how === 'alone' ? text.decide.take : text.decide.propose}
          cancel={text.common.cancel}
          onAct={send}
          onCancel={() => setAsking(false)}
        >
          {picked.price && (
            <p className="m-0">
              {text.inbox.price}: {pickText(language, picked.price)}
            </p>
          )}
          <p className="m-0 mt-2 text-13">{text.decide.onRecord}</p>
        </Confirm>
      )}
    </article>
  );
}

/** Who may take a decision is said by the decision itself; whether alone, by it and the authority cards. */
function decisionStanding(
  card: DecisionCard,
  own: DecisionCard['roles'],
  room: ReturnType<typeof useRoom>,
) {
  const as = own[0];
  if (!room || as === undefined) return { how: 'not' as const, who: card.roles };
  if (card.approvers.length > 0 && !card.approvers.some((role) => own.includes(role)))
    return { how: 'second' as const, as, needs: card.approvers };
  const standing = standingOf(room.cards, own, card.id);
  return standing.how === 'not' ? { how: 'alone' as const, as } : standing;
}
