'use client';

import type { Template } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { WeightField } from './weight-field.tsx';

type Group = Template['groups'][number];
type Props = {
  group: Group;
  onWeight: (weight: number) => void;
  onTerm: (at: number, weight: number) => void;
};

/** A group of a template: what it weighs, and what each of its terms weighs within it. */
export function TemplateGroup({ group, onWeight, onTerm }: Props) {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const objectives = view.debrief?.history.objectives ?? [];
  const nameOf = (term: Group['terms'][number]) => {
    if ('measure' in term) return text.debrief.measures[term.measure];
    const objective = objectives.find(({ id }) => id === term.objective);
    return objective
      ? `${objective.id} ${pickText(language, objective.title)}`
      : text.sheet.objective(term.objective);
  };
  return (
    <fieldset className="m-0 border-0 border-t border-line p-0 pt-3">
      <legend className="sr-only">{text.sheet.groups[group.id]}</legend>
      <WeightField
        label={text.sheet.groups[group.id] ?? group.id}
        value={group.weight}
        onChange={onWeight}
      />
      <details className="mt-2">
        <summary className="text-12 text-ink-2">{text.sheet.weights}</summary>
        <div className="mt-2 grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          {group.terms.map((term, at) => (
            <WeightField
              key={at}
              label={nameOf(term)}
              value={term.weight}
              onChange={(weight) => onTerm(at, weight)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}
