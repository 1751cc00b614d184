'use client';

import { useReading } from '@/i18n/provider.tsx';
import { SeverityMark } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import type { problemsOf } from './settings.ts';

export const STEPS = ['shelf', 'length', 'difficulty', 'teams'] as const;
export type Step = (typeof STEPS)[number];

/** The step on which a field is set right. */
const STEP_OF = {
  seed: 'difficulty',
  difficulty: 'difficulty',
  roles: 'teams',
  teams: 'teams',
} as const;

type Props = { at: Step; onPick: (step: Step) => void; wrong: ReturnType<typeof problemsOf> };

/** The steps side by side; any may be opened at any time. */
export function StepTabs({ at, onPick, wrong }: Props) {
  const { text } = useReading();
  return (
    <ol className="m-0 grid list-none grid-cols-4 gap-3 p-0">
      {STEPS.map((step, i) => {
        const here = step === at;
        return (
          <li key={step}>
            <button
              type="button"
              aria-current={here ? 'step' : undefined}
              aria-label={`${text.wizard.stepOf(i + 1, STEPS.length)}: ${text.wizard.steps[step]}`}
              onClick={() => onPick(step)}
              className={classNames(
                'flex w-full items-center gap-2 border-t-2 pt-2 text-left text-13',
                here
                  ? 'border-accent text-ink-1'
                  : 'border-line-strong text-ink-2 hover:text-ink-1',
              )}
            >
              <span className="figures font-mono text-12 text-ink-3">{i + 1}</span>
              {text.wizard.steps[step]}
              {wrong.some((field) => STEP_OF[field] === step) && <SeverityMark severity="severe" />}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
