'use client';

import { useQuery } from '@tanstack/react-query';
import type { Facet } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebounced } from '@/live/use-debounced.ts';
import { useTRPC } from '@/trpc/client.ts';
import { facetFields } from './columns.ts';
import { candidates, type Completing, completingAt, operatorsOf } from './complete.ts';
import { quoteValue } from './query-text.ts';
import type { Hunt } from './use-hunt.ts';

/** Something that could stand at the caret: as it is shown, what is known of it, as it is written. */
export type Offer = { text: string; note: string; insert: string };

const NONE: readonly Offer[] = [];

/** What the query could go on with: fields, operators, values, each with its count where it is known. */
export function useOffers(hunt: Hunt, typed: string, caret: number | null): readonly Offer[] {
  const { text } = useReading();
  const place = caret === null ? null : completingAt(typed, caret);
  const columns = hunt.tables.find((table) => table.name === hunt.state.table)?.columns ?? [];
  const names =
    place?.kind === 'field' && (place.typed !== '' || typed === '')
      ? candidates(
          columns.map((column) => column.name),
          place.typed,
        )
      : [];
  const column = place?.kind === 'value' ? columns.find((each) => each.name === place.field) : null;
  const countable = facetFields(columns).filter((name) => names.includes(name));
  const distinct = useFacets(hunt, '', countable, typed !== '');
  const values = useFacets(
    hunt,
    place?.kind === 'value' ? place.rest : '',
    column ? [column.name] : [],
    true,
  );
  if (!place) return NONE;
  if (place.kind === 'field')
    return names.map((name) => {
      const kinds = distinct.find((facet) => facet.field === name)?.distinct;
      const type = columns.find((each) => each.name === name)?.type ?? '';
      return {
        text: name,
        note: kinds === undefined ? type : `${type} · ${text.hunt.distinct(formatCount(kinds))}`,
        insert: `${name}:`,
      };
    });
  if (!column) return NONE;
  const operators = place.fresh
    ? operatorsOf(column.type).map(({ insert, means }) => ({
        text: insert.trim(),
        note: text.hunt.operators[means],
        insert,
      }))
    : NONE;
  return [...valueOffers(place, column.values, values[0]), ...operators];
}

function valueOffers(
  place: Extract<Completing, { kind: 'value' }>,
  fixed: readonly string[] | undefined,
  facet: Facet | undefined,
): Offer[] {
  const counts = new Map(
    (facet?.top ?? [])
      .filter((each) => each.value !== null)
      .map((each) => [String(each.value), each.count]),
  );
  const all = [...new Set([...counts.keys(), ...(fixed ?? [])])];
  return candidates(all, place.typed).map((value) => ({
    text: value,
    note: counts.has(value) ? formatCount(counts.get(value)!) : facet && fixed ? '0' : '',
    insert: `${quoteValue(value)} `,
  }));
}

/** Counts of fields, asked once the hand rests. */
function useFacets(
  hunt: Hunt,
  query: string,
  fields: readonly string[],
  wanted: boolean,
): readonly Facet[] {
  const trpc = useTRPC();
  const key = useDebounced(fields.join(' '), 150);
  const asked = key === '' ? [] : key.split(' ');
  const facets = useQuery(
    trpc.hunt.facets.queryOptions(
      { ...hunt.ask, query, fields: asked.length > 0 ? asked : ['endpoint'] },
      {
        enabled: hunt.enabled && wanted && asked.length > 0,
        staleTime: 60_000,
        retry: false,
      },
    ),
  );
  return (facets.data as readonly Facet[] | undefined) ?? [];
}
