'use client';

import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { MINUTE_MS, type SimTime } from '@dwell/core/time';
import { setSearchParams } from '@/live/search-params.ts';
import { useDebounced } from '@/live/use-debounced.ts';

type Scrub = { at: SimTime; from: SimTime; to: SimTime };

const AtContext = createContext<Scrub | null>(null);
const SetContext = createContext<((at: SimTime) => void) | null>(null);

type Props = { first: SimTime; from: SimTime; to: SimTime; children: ReactNode };

/** The moment looked at: where the line stands. The address follows once it stands still. */
export function ScrubProvider({ first, from, to, children }: Props) {
  const [at, setAt] = useState(() => Math.max(from, Math.min(to, first)));
  const [moved, setMoved] = useState(false);
  const still = useDebounced(at, 400);
  useEffect(() => {
    if (moved) setSearchParams({ at: String(still) });
  }, [moved, still]);
  const place = useCallback(
    (next: SimTime) => {
      setMoved(true);
      const tick = Math.round(next / MINUTE_MS) * MINUTE_MS;
      setAt(Math.max(from, Math.min(to, tick)));
    },
    [from, to],
  );
  const scrub = useMemo(() => ({ at: Math.max(from, Math.min(to, at)), from, to }), [at, from, to]);
  return (
    <SetContext value={place}>
      <AtContext value={scrub}>{children}</AtContext>
    </SetContext>
  );
}

/** Where the line stands, and between which times it can. Whoever asks is drawn anew with every step of it. */
export function useScrub(): Scrub {
  const scrub = use(AtContext);
  if (!scrub) throw new Error('useScrub needs a ScrubProvider above it');
  return scrub;
}

/** Places the line, on whole minutes. */
export function usePlaceLine(): (at: SimTime) => void {
  const place = use(SetContext);
  if (!place) throw new Error('usePlaceLine needs a ScrubProvider above it');
  return place;
}
