'use client';

import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { completingAt } from './complete.ts';
import { errorColumn, isAboutQuery } from './error-column.ts';
import { type Offer, useOffers } from './use-offers.ts';
import type { Hunt } from './use-hunt.ts';

/** The query with completion of fields and counted values; an error is pointed at where it is. */
export function QueryBar({ hunt }: { hunt: Hunt }) {
  const { text } = useReading();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState({ of: hunt.state.query, typed: hunt.state.query });
  if (draft.of !== hunt.state.query) setDraft({ of: hunt.state.query, typed: hunt.state.query });
  const [caret, setCaret] = useState<number | null>(null);
  const typed = draft.typed;
  const [marked, setMarked] = useState({ of: typed, at: -1 });
  // Typing on takes the mark away from the offer it stood on.
  const at = marked.of === typed ? marked.at : -1;
  const setAt = (next: number) => setMarked({ of: typed, at: next });
  const offers = useOffers(hunt, typed, caret);
  // Only what is wrong with the query stands under it; what else failed is told where the rows would be.
  const told = hunt.rows.error ? errorParts(hunt.rows.error, text) : null;
  const column = told ? errorColumn(told.where) : null;
  const error = told && isAboutQuery(told) ? told : null;
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'query',
        title: text.command.focusQuery,
        group: 'go',
        keys: '/',
        run: () => input.current?.focus(),
      },
    ],
    [text],
  );
  useCommands(commands);
  const submit = () => {
    setCaret(null);
    hunt.again();
    hunt.set({ q: typed.trim() || null, rec: null }, true);
  };
  const take = (offer: Offer) => {
    const place = completingAt(typed, caret ?? typed.length);
    const next = typed.slice(0, place.from) + offer.insert + typed.slice(place.to);
    const end = place.from + offer.insert.length;
    setDraft({ of: hunt.state.query, typed: next });
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(end, end);
      setCaret(end);
    });
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const open = caret !== null && offers.length > 0;
    if (event.key === 'ArrowDown' && open) setAt(Math.min(at + 1, offers.length - 1));
    else if (event.key === 'ArrowUp' && open) setAt(Math.max(at - 1, -1));
    else if ((event.key === 'Enter' || event.key === 'Tab') && open && at >= 0) take(offers[at]!);
    else if (event.key === 'Enter') submit();
    else if (event.key === 'Escape' && caret !== null) setCaret(null);
    else if (event.key === 'Escape') input.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative min-w-[320px] flex-1">
      <div className="flex gap-2">
        <input
          ref={input}
          role="combobox"
          aria-label={text.hunt.query}
          aria-expanded={caret !== null && offers.length > 0}
          aria-controls={id}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={text.hunt.placeholder}
          title={text.hunt.queryHelp}
          value={typed}
          onChange={(event) => {
            setDraft({ of: hunt.state.query, typed: event.target.value });
            setCaret(event.target.selectionStart);
          }}
          onClick={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setCaret(null)}
          onKeyDown={onKey}
          className="h-8 w-full rounded-md border border-line-strong bg-surface-1 px-3 font-mono text-13 text-ink-1 aria-invalid:border-critical"
        />
        <Button kind="primary" onClick={submit}>
          {text.hunt.run}
        </Button>
      </div>
      {error && (
        <div id={`${id}-error`} role="alert" className="mt-1 text-12 text-critical">
          {column !== null && (
            <pre
              aria-hidden="true"
              className="m-0 overflow-hidden px-3 font-mono text-13 leading-4"
            >
              {' '.repeat(Math.max(0, column - 1))}▲
            </pre>
          )}
          {error.what}
          {column !== null && ` (${text.hunt.column(column)})`}.{' '}
          <span className="text-ink-2">{error.todo}</span>
        </div>
      )}
      {caret !== null && offers.length > 0 && (
        <ul
          id={id}
          role="listbox"
          aria-label={text.hunt.fields}
          className="absolute top-9 left-0 z-30 m-0 min-w-[280px] list-none rounded-md border border-line-strong bg-surface-2 p-1 shadow-raised"
        >
          {offers.map((offer, index) => (
            <li
              key={offer.text}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                take(offer);
              }}
              className={classNames(
                'flex h-7 cursor-pointer items-center gap-4 rounded-sm px-2 font-mono text-12',
                index === at ? 'bg-surface-3' : 'hover:bg-surface-3',
              )}
            >
              <span className="truncate">{offer.text}</span>
              <span className="ml-auto text-ink-3">{offer.note}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
