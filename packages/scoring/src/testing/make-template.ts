import type { MeasureId, Template } from '../score.ts';

/** A term of a measure that is worth all at 0 and nothing at 10. */
export function falling(
  measure: MeasureId,
  weight: number,
  missing: 'skip' | 'zero' | 'full' = 'skip',
) {
  const curve = [
    { value: 0, share: 1 },
    { value: 10, share: 0 },
  ];
  return { measure, weight, curve, missing };
}

/** Outcome 60 of two measures, process 40 of two objectives, but for what is given. */
export function makeTemplate(given: Partial<Template> = {}): Template {
  return {
    name: 'made',
    title: { en: 'Made', ko: '만든 것' },
    about: { en: 'For tests.', ko: '시험용' },
    ranks: true,
    letters: { P: 1, S: 0.75, M: 0.5, U: 0 },
    groups: [
      {
        id: 'outcome',
        weight: 60,
        terms: [falling('residual-forged', 75), falling('secondary-harm', 25)],
      },
      {
        id: 'process',
        weight: 40,
        terms: [
          { objective: 'O1', weight: 50 },
          { objective: 'O2', weight: 50 },
        ],
      },
    ],
    hintPoints: 1,
    credit: {
      queried: 1,
      proposed: 1,
      approved: 1,
      objected: 1,
      recorded: 1,
      answered: 1,
      verdicts: 1,
    },
    seats: {},
    ...given,
  };
}
