'use client';

import type { RuleProblem } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { problemText } from '@/i18n/problem-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';

type Props = {
  problems: readonly RuleProblem[];
  settled: boolean;
  onGo: (problem: RuleProblem) => void;
};

/** What is wrong with the text, where, and what to do; a click goes there. */
export function ProblemList({ problems, settled, onGo }: Props) {
  const { text, language } = useReading();
  const words = text.rules;
  return (
    <section aria-label={words.problems(formatCount(problems.length))} aria-live="polite">
      <div className="flex min-h-6 items-center gap-3 text-12">
        {problems.length > 0 ? (
          <span className="text-ink-1">{words.problems(formatCount(problems.length))}</span>
        ) : settled ? (
          <Badge severity="good">{words.noProblems}</Badge>
        ) : (
          <span className="text-ink-3">{words.checking}</span>
        )}
        <span className="ml-auto text-ink-3 max-sm:hidden">{words.editorHint}</span>
      </div>
      {problems.length > 0 && (
        <ul className="m-0 max-h-[108px] list-none overflow-y-auto p-0">
          {problems.map((problem) => (
            <li key={`${problem.line}:${problem.column}:${problem.code}`}>
              <button
                type="button"
                onClick={() => onGo(problem)}
                className="flex w-full items-baseline gap-3 rounded-sm px-1 py-[2px] text-left text-12 hover:bg-surface-3"
              >
                <Badge severity={problem.severity === 'error' ? 'critical' : 'attention'}>
                  {words[problem.severity]}
                </Badge>
                <span className="shrink-0 text-ink-3">
                  {words.place(formatCount(problem.line), formatCount(problem.column))}
                </span>
                <span className="min-w-0 text-ink-1">
                  {problemText(language, problem)}
                  {problem.hint && <span className="text-ink-2"> · {problem.hint}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
