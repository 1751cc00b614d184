'use client';

import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type ReactNode,
} from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client.ts';
import { useRun } from './run-provider.tsx';
import { useDrives } from './viewer.tsx';

/** The world runs no faster than this while somebody decides. */
const DECIDING_SPEED = 60;

type Deciding = {
  /** The speed the clock goes back to; null while it was not slowed. */
  slowedFrom: number | null;
  begin: () => void;
  end: () => void;
};

const DecidingContext = createContext<Deciding | null>(null);

/** Slows a fast clock while a form that decides something has the focus, and lets it go on after. */
export function DecidingProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const { runId, clock, holdClock } = useRun();
  const drives = useDrives();
  const { mutate } = useMutation(trpc.run.clock.mutationOptions({ onSuccess: holdClock }));
  const [slowedFrom, setSlowedFrom] = useState<number | null>(null);
  const latest = useRef({ clock, slowedFrom });
  useEffect(() => {
    latest.current = { clock, slowedFrom };
  });
  const begin = useCallback(() => {
    const { state, speed } = latest.current.clock;
    if (
      !drives ||
      state !== 'playing' ||
      speed <= DECIDING_SPEED ||
      latest.current.slowedFrom !== null
    )
      return;
    latest.current.slowedFrom = speed;
    setSlowedFrom(speed);
    mutate({ runId, do: 'speed', speed: DECIDING_SPEED }, { onError: () => setSlowedFrom(null) });
  }, [mutate, runId, drives]);
  const end = useCallback(() => {
    const from = latest.current.slowedFrom;
    if (from === null) return;
    latest.current.slowedFrom = null;
    setSlowedFrom(null);
    // Whoever has set a speed meanwhile meant it.
    if (latest.current.clock.speed > DECIDING_SPEED) return;
    mutate({ runId, do: 'speed', speed: from });
  }, [mutate, runId]);
  const deciding = useMemo(() => ({ slowedFrom, begin, end }), [slowedFrom, begin, end]);
  return <DecidingContext value={deciding}>{children}</DecidingContext>;
}

/** The clock's slowing while somebody decides. */
export function useDeciding(): Deciding {
  const deciding = use(DecidingContext);
  if (!deciding) throw new Error('useDeciding needs a DecidingProvider above it');
  return deciding;
}

/**
 * Handlers for the element that holds a deciding form: focus in it begins the slowing, leaving it or
 * its screen ends it, and so does `decided`, until somebody goes on working in it.
 */
export function useDecidingForm() {
  const { begin, end } = useDeciding();
  const done = useRef(false);
  useEffect(() => end, [end]);
  const work = () => {
    done.current = false;
    begin();
  };
  const decided = () => {
    done.current = true;
    end();
  };
  const handlers = {
    onPointerDown: work,
    onKeyDown: work,
    onFocus: () => {
      if (!done.current) begin();
    },
    onBlur: (event: FocusEvent) => {
      // Another window in front, or a dialog of this form, is not leaving it.
      const into = event.relatedTarget;
      if (into ? event.currentTarget.contains(into) : !document.hasFocus() || openDialog()) return;
      done.current = false;
      end();
    },
  };
  return { handlers, decided };
}

const openDialog = () => document.querySelector('dialog[open]') !== null;
