'use client';

import type { AuthorityCard } from '@dwell/simulator/router';
import type { ReactNode } from 'react';
import { usePack } from './pack-context.tsx';

/** One page a role, to be put on the table in front of whoever has it. */
export function AuthorityCards() {
  const { card, desk } = usePack();
  return card.plan.cards
    .filter((each) => desk.settings.roles.includes(each.role))
    .map((each) => <Card key={each.role} card={each} />);
}

function Card({ card }: { card: AuthorityCard }) {
  const { text, say, role, act } = usePack();
  const words = text.pack;
  return (
    <section className="leaf">
      <div className="whole flex min-h-[236mm] flex-col rounded-md border-2 border-ink-1 p-8 print:min-h-[250mm]">
        <h2 className="m-0 text-[34px] leading-10 font-semibold tracking-tight">
          {say(card.title)}
        </h2>
        <p className="mt-4 mb-0 max-w-[58ch] text-[18px] leading-[27px]">{say(card.brief)}</p>
        <Block title={words.start}>
          <ol className="m-0 flex list-decimal flex-col gap-1 pl-6 text-16">
            {card.start.map((line, at) => (
              <li key={at}>{say(line)}</li>
            ))}
          </ol>
        </Block>
        <div className="grid grid-cols-2 gap-8">
          <Block title={words.alone}>
            <ul className="m-0 list-none p-0 text-16">
              {card.alone.length === 0 && <li>{words.nothing}</li>}
              {card.alone.map((each) => (
                <li key={each} className="border-b border-line py-1">
                  {act(each)}
                </li>
              ))}
            </ul>
          </Block>
          <Block title={words.second}>
            <ul className="m-0 list-none p-0 text-16">
              {card.withSecond.length === 0 && <li>{words.nothing}</li>}
              {card.withSecond.map((each) => (
                <li key={each.act} className="border-b border-line py-1">
                  {act(each.act)}
                  <span className="block text-12 text-ink-2">
                    {words.of} {each.roles.map(role).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </Block>
        </div>
        {card.tools.length > 0 && (
          <Block title={words.tools}>
            <p className="m-0 text-16">
              {card.tools.map((tool) => words.toolNames[tool] ?? tool).join(' · ')}
            </p>
          </Block>
        )}
      </div>
    </section>
  );
}

function Block({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h3 className="m-0 mb-1 text-12 font-semibold text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
