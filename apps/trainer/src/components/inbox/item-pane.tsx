'use client';

import type { InboxItem } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { usePeople } from '@/exercise/use-people.ts';
import { ForPlayers } from '../console/for-players.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemFace } from './item-face.tsx';
import { Reply } from './reply.tsx';

type Props = {
  item: InboxItem;
  inbox: readonly InboxItem[];
  links: ReadonlyMap<string, readonly string[]>;
  onOpen: (id: string) => void;
};

/** One item as it came, what was answered, and what can be done with it. */
export function ItemPane({ item, inbox, links, onOpen }: Props) {
  const { text, language } = useReading();
  const linked = (links.get(item.id) ?? [])
    .map((id) => inbox.find((each) => each.id === id))
    .filter((each) => each !== undefined);
  return (
    <article
      aria-label={pickText(language, item.subject)}
      tabIndex={0}
      className="min-h-0 overflow-y-auto p-6 outline-offset-[-2px]"
    >
      <div className="flex max-w-[760px] flex-col gap-6">
        <ForPlayers>
          <ItemActions item={item} inbox={inbox} />
        </ForPlayers>
        <ItemFace item={item} />
        <Answers item={item} />
        {linked.length > 0 && (
          <section>
            <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.inbox.linkedWith}</h3>
            <ul className="m-0 list-none p-0">
              {linked.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    onClick={() => onOpen(each.id)}
                    className="w-full truncate py-1 text-left text-13 text-accent hover:underline"
                  >
                    {pickText(language, each.subject)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ForPlayers>
          <Reply item={item} />
        </ForPlayers>
      </div>
    </article>
  );
}

function Answers({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const { nameOf, roleName } = usePeople();
  if (item.answers.length === 0) return null;
  return (
    <section aria-label={text.inbox.answers} className="flex flex-col gap-3">
      {item.answers.map((answer, at) => {
        const option = item.options.find((each) => each.id === answer.option);
        return (
          <div key={at} className="ml-8 rounded-md bg-accent-soft px-4 py-3">
            <p className="m-0 flex gap-3 text-12 text-ink-3">
              <span className="text-ink-2">{nameOf(answer.by, answer.role)}</span>
              <span>{roleName(answer.role)}</span>
              <SimTimeText calendar={run.calendar} at={answer.at} className="ml-auto" />
            </p>
            {option && (
              <p className="m-0 mt-1 text-14 font-medium">✓ {pickText(language, option.text)}</p>
            )}
            {answer.text && <p className="m-0 mt-1 text-14 whitespace-pre-line">{answer.text}</p>}
          </div>
        );
      })}
    </section>
  );
}
