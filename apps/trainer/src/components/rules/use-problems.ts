'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { RuleProblem } from '@dwell/simulator/router';
import { useRun } from '@/live/run-provider.tsx';
import { useDebounced } from '@/live/use-debounced.ts';
import { useTRPC } from '@/trpc/client.ts';
import { checkHere } from './check-here.ts';

const NONE: readonly RuleProblem[] = [];

/** One problem a place and code, in the order of the text. */
export function mergeProblems(lists: readonly (readonly RuleProblem[])[]): readonly RuleProblem[] {
  const seen = new Map<string, RuleProblem>();
  for (const each of lists.flat()) {
    const key = `${each.line}:${each.column}:${each.code}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * What is wrong with a text: at once what the text alone tells, a moment later what the run knows.
 * `settled`: nothing more is to be expected for this very text.
 */
export function useProblems(text: string | null): {
  problems: readonly RuleProblem[];
  errors: number;
  settled: boolean;
} {
  const trpc = useTRPC();
  const { runId, build } = useRun();
  const [here, setHere] = useState<{ of: string | null; problems: readonly RuleProblem[] }>({
    of: null,
    problems: NONE,
  });
  const soon = useDebounced(text, 120);
  const later = useDebounced(text, 500);
  useEffect(() => {
    let gone = false;
    if (soon !== null)
      void checkHere(soon).then((problems) => {
        if (!gone) setHere({ of: soon, problems });
      });
    return () => {
      gone = true;
    };
  }, [soon]);
  const server = useQuery(
    trpc.rule.check.queryOptions(
      { runId, text: later ?? '' },
      {
        enabled: build.state === 'ready' && later !== null && later.trim() !== '',
        staleTime: 60_000,
        retry: false,
      },
    ),
  );
  const told = later === text ? server.data : undefined;
  return useMemo(() => {
    if (text === null) return { problems: NONE, errors: 0, settled: true };
    const problems = mergeProblems([here.of === text ? here.problems : NONE, told ?? NONE]);
    return {
      problems,
      errors: problems.filter((each) => each.severity === 'error').length,
      settled: here.of === text && (told !== undefined || server.isError),
    };
  }, [text, here, told, server.isError]);
}
