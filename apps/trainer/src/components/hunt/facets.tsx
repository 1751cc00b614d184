'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cell, Facet } from '@dwell/simulator/router';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { classNames } from '../ui/class-names.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { facetFields, firstFacets } from './columns.ts';
import { hasClause, toggleClause } from './query-text.ts';
import type { Hunt } from './use-hunt.ts';

/** Fields with their exact top values; a click writes the query. */
export function Facets({ hunt }: { hunt: Hunt }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const columns = hunt.tables.find((table) => table.name === hunt.state.table)?.columns ?? [];
  const fields = facetFields(columns);
  const [chosen, setChosen] = useState<{ table: string; open: readonly string[] } | null>(null);
  const open = chosen?.table === hunt.state.table ? chosen.open : firstFacets(fields);
  const asked = open.filter((field) => fields.includes(field));
  const query = useQuery(
    trpc.hunt.facets.queryOptions(
      { ...hunt.ask, fields: asked },
      {
        enabled: hunt.enabled && asked.length > 0,
        staleTime: 60_000,
        retry: false,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const facets = (query.data ?? []) as readonly Facet[];
  const toggle = (field: string) =>
    setChosen({
      table: hunt.state.table,
      open: open.includes(field)
        ? open.filter((each) => each !== field)
        : [...open, field].slice(-12),
    });
  const write = (field: string, value: Cell, exclude: boolean) =>
    hunt.set({ q: toggleClause(hunt.state.query, field, value, exclude) || null, rec: null }, true);
  return (
    <section aria-label={text.hunt.fields} className="flex min-w-0 flex-col gap-px">
      <h3 className="m-0 px-2 pb-1 text-12 font-normal text-ink-3">{text.hunt.fields}</h3>
      {query.isError && !hunt.rows.isError && <ErrorState error={query.error} />}
      {fields.map((field) => {
        const isOpen = open.includes(field);
        const facet = facets.find((each) => each.field === field);
        const column = columns.find((each) => each.name === field);
        return (
          <div key={field}>
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => toggle(field)}
              className="row flex w-full items-center gap-1 rounded-md px-1 text-left font-mono text-12 text-ink-2 hover:bg-surface-3 hover:text-ink-1"
            >
              <Icon name={isOpen ? 'down' : 'right'} className="size-3 shrink-0" />
              <span className="truncate">{field}</span>
              {column?.enrichment && (
                <span className="ml-1 font-sans whitespace-nowrap text-ink-3">
                  {column.on ? text.hunt.enrichmentOn : text.hunt.enrichmentOff}
                </span>
              )}
              {isOpen && facet && (
                <span className="ml-auto pr-1 font-sans whitespace-nowrap text-ink-3">
                  {formatCount(facet.distinct)}
                </span>
              )}
            </button>
            {isOpen && facet && <Values facet={facet} query={hunt.state.query} write={write} />}
          </div>
        );
      })}
    </section>
  );
}

type ValuesProps = {
  facet: Facet;
  query: string;
  write: (field: string, value: Cell, exclude: boolean) => void;
};

function Values({ facet, query, write }: ValuesProps) {
  const { text, language } = useReading();
  const most = Math.max(1, ...facet.top.map((each) => each.count));
  return (
    <ul className="m-0 list-none p-0 pb-1 pl-4">
      {facet.top.map(({ value, count }) => {
        const name = value === null ? `(${text.common.none})` : String(value);
        const [included, excluded] = [
          hasClause(query, facet.field, value, false),
          hasClause(query, facet.field, value, true),
        ];
        return (
          <li key={name} className="group relative flex h-6 items-center gap-1 text-12">
            <span
              aria-hidden="true"
              className="absolute inset-y-px left-0 rounded-sm bg-accent-soft"
              style={{ width: `${(count / most) * 100}%` }}
            />
            <button
              type="button"
              onClick={() => write(facet.field, value, false)}
              aria-pressed={included}
              aria-label={text.hunt.include(name)}
              title={text.hunt.include(name)}
              className={classNames(
                'relative min-w-0 flex-1 truncate px-1 text-left font-mono',
                included ? 'text-accent' : excluded ? 'text-ink-3 line-through' : 'text-ink-1',
              )}
            >
              {name}
            </button>
            <span className="relative text-ink-2" title={formatCount(count)}>
              {count < 100_000 ? formatCount(count) : formatCompact(language, count)}
            </span>
            <IconButton
              icon="minus"
              label={text.hunt.exclude(name)}
              pressed={excluded}
              onClick={() => write(facet.field, value, true)}
              className="relative size-5! opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-pressed:opacity-100"
            />
          </li>
        );
      })}
    </ul>
  );
}
