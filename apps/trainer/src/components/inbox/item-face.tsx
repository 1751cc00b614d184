'use client';

import type { ReactNode } from 'react';
import type { InboxItem } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { usePeople } from '@/exercise/use-people.ts';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

/** An item the way its channel looks: a ticket as a ticket, a headline as a headline. */
export function ItemFace({ item }: { item: InboxItem }) {
  switch (item.channel) {
    case 'mail':
      return <Mail item={item} />;
    case 'ticket':
      return <Ticket item={item} />;
    case 'chat':
      return <Chat item={item} />;
    case 'phone':
      return <Call item={item} />;
    case 'news':
      return <Headline item={item} />;
    case 'social':
      return <Post item={item} />;
    case 'regulator':
      return <Letter item={item} />;
  }
}

/** Lines of a paragraph flow together; an empty line parts two. */
const paragraphs = (body: string): readonly string[] =>
  body
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.replaceAll('\n', ' '));

function Body({ item, className }: { item: InboxItem; className?: string }) {
  const { language } = useReading();
  return (
    <div className={className}>
      {paragraphs(pickText(language, item.body)).map((part, at) => (
        <p key={at} className="m-0 not-first:mt-3">
          {part}
        </p>
      ))}
    </div>
  );
}

function When({ item, className }: { item: InboxItem; className?: string }) {
  const { run } = useRun();
  return <SimTimeText calendar={run.calendar} at={item.at} form="full" className={className} />;
}

function Subject({ children, className }: { children: ReactNode; className: string }) {
  return <h3 className={`m-0 ${className}`}>{children}</h3>;
}

function Mail({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  const { roleName } = usePeople();
  return (
    <section className="rounded-md border border-line bg-surface-2">
      <header className="border-b border-line px-6 py-4">
        <Subject className="mb-3 text-16 font-semibold">{pickText(language, item.subject)}</Subject>
        <dl className="m-0 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-12">
          <dt className="text-ink-3">{text.inbox.from}</dt>
          <dd className="m-0">{item.from}</dd>
          <dt className="text-ink-3">{text.inbox.to}</dt>
          <dd className="m-0">{item.to.map(roleName).join(', ')}</dd>
          <dt className="text-ink-3">{text.inbox.sent}</dt>
          <dd className="m-0">
            <When item={item} />
          </dd>
        </dl>
      </header>
      <Body item={item} className="max-w-[70ch] px-6 py-5 text-14 leading-6" />
    </section>
  );
}

function Ticket({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  // The desk's own number, where the sender is told with it.
  const number = /\d+-\d+/.exec(item.from)?.[0];
  return (
    <section className="rounded-md border border-line bg-surface-2">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-dashed border-line-strong px-5 py-3">
        {number && (
          <span className="rounded-sm border border-line-strong px-2 font-mono text-12 text-ink-2">
            {number}
          </span>
        )}
        {item.answers.length > 0 ? (
          <Badge severity="good">{text.inbox.answered}</Badge>
        ) : (
          <Badge severity="info">{text.inbox.ticketOpen}</Badge>
        )}
        <When item={item} className="ml-auto text-12 text-ink-3" />
        <Subject className="w-full text-16 font-semibold">
          {pickText(language, item.subject)}
        </Subject>
      </header>
      <div className="grid grid-cols-[40px_1fr] gap-3 px-5 py-4">
        <Initials name={item.from} />
        <div>
          <p className="m-0 text-13 text-ink-2">{text.inbox.wrote(item.from)}</p>
          <Body item={item} className="mt-2 max-w-[66ch] text-14 leading-6" />
        </div>
      </div>
    </section>
  );
}

function Initials({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-8 items-center justify-center rounded-full bg-surface-3 text-13 text-ink-2"
    >
      {name.trim().slice(0, 1).toUpperCase()}
    </span>
  );
}

function Chat({ item }: { item: InboxItem }) {
  const { language } = useReading();
  return (
    <section className="grid grid-cols-[40px_1fr] gap-3">
      <Initials name={item.from} />
      <div className="flex flex-col items-start gap-1">
        <p className="m-0 flex gap-3 text-12 text-ink-3">
          <span className="text-ink-1">{item.from}</span>
          <When item={item} />
        </p>
        <Subject className="text-12 font-normal text-ink-3">
          {pickText(language, item.subject)}
        </Subject>
        <Body
          item={item}
          className="max-w-[60ch] rounded-md rounded-tl-none bg-surface-3 px-4 py-3 text-14"
        />
      </div>
    </section>
  );
}

function Call({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  return (
    <section className="rounded-md border border-line bg-surface-2 px-6 py-5">
      <p className="m-0 flex items-center gap-3 text-12 text-ink-3">
        <Icon name="phone" />
        {text.inbox.callNote}
        <When item={item} className="ml-auto" />
      </p>
      <p className="m-0 mt-3 text-13 text-ink-2">{text.inbox.caller(item.from)}</p>
      <Subject className="mt-1 text-16 font-semibold">{pickText(language, item.subject)}</Subject>
      <Body
        item={item}
        className="mt-4 max-w-[62ch] border-l-2 border-line-strong pl-4 text-14 leading-6 text-ink-1 italic"
      />
    </section>
  );
}

function Headline({ item }: { item: InboxItem }) {
  const { language } = useReading();
  return (
    <section className="border-y-2 border-ink-1 py-5">
      <p className="m-0 flex gap-4 text-12 tracking-wide text-ink-3 uppercase">
        <span className="font-semibold text-ink-1">{item.from}</span>
        <When item={item} className="ml-auto normal-case" />
      </p>
      <Subject className="mt-3 max-w-[24em] text-28 font-semibold text-balance">
        {pickText(language, item.subject)}
      </Subject>
      <Body item={item} className="mt-4 max-w-[64ch] text-16 leading-6 text-ink-2" />
    </section>
  );
}

function Post({ item }: { item: InboxItem }) {
  const { language } = useReading();
  return (
    <section className="max-w-[560px] rounded-md border border-line bg-surface-2 p-5">
      <div className="flex items-center gap-3">
        <Initials name={item.from.replace(/^@/, '')} />
        <div>
          <p className="m-0 text-14 font-semibold">{item.from}</p>
          <When item={item} className="text-12 text-ink-3" />
        </div>
      </div>
      <Subject className="mt-3 text-16">{pickText(language, item.subject)}</Subject>
      <Body item={item} className="mt-2 text-14 leading-6 text-ink-2" />
    </section>
  );
}

function Letter({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  return (
    <section className="border border-line-strong bg-surface-2 px-12 py-10 outline-1 outline-offset-[-6px] outline-line max-lg:px-6">
      <header className="border-b border-line-strong pb-4 text-center">
        <Icon name="regulator" className="inline size-6" />
        <p className="m-0 mt-2 text-16 font-semibold">{item.from}</p>
        <p className="m-0 mt-1 text-12 text-ink-3">{text.inbox.official}</p>
      </header>
      <p className="m-0 mt-6 text-right text-13 text-ink-2">
        <When item={item} />
      </p>
      <Subject className="mt-4 text-14 font-semibold">
        {text.inbox.re(pickText(language, item.subject))}
      </Subject>
      <Body item={item} className="mt-4 max-w-[66ch] text-14 leading-6" />
      <p className="m-0 mt-8 text-right text-13 text-ink-2">{item.from}</p>
    </section>
  );
}
