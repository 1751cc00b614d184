'use client';

import { useState } from 'react';
import type { Template } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { en } from '@/i18n/en.ts';
import { ko } from '@/i18n/ko.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TemplateGroup } from './template-group.tsx';
import { ownTemplate, weighGroup, weighTerm } from './weigh.ts';
import { WeightField } from './weight-field.tsx';

const LETTERS = ['P', 'S', 'M', 'U'] as const;
const OWN = { en: en.sheet.own, ko: ko.sheet.own };

/** Every number of a template as a field; nothing is scored by them until it is applied. */
export function TemplateEditor({ onClose }: { onClose: () => void }) {
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const { act, busy } = useDebriefActs(exerciseId);
  const [template, setTemplate] = useState<Template>(() => ownTemplate(view.template, OWN));
  const words = text.sheet;
  const total = template.groups.reduce((sum, group) => sum + group.weight, 0);
  const credit = Object.entries(template.credit) as [keyof Template['credit'], number][];
  return (
    <Dialog wide label={words.change} onClose={onClose}>
      <form
        className="flex flex-col gap-5 p-6"
        onSubmit={(event) => {
          event.preventDefault();
          void act({ do: 'template', template }).then((done) => done && onClose());
        }}
      >
        <h2 className="m-0 text-20 font-semibold">{words.change}</h2>
        {template.groups.map((group) => (
          <TemplateGroup
            key={group.id}
            group={group}
            onWeight={(weight) => setTemplate(weighGroup(template, group.id, weight))}
            onTerm={(at, weight) => setTemplate(weighTerm(template, group.id, at, weight))}
          />
        ))}
        <p className="m-0 text-12 text-ink-3">{words.weightsSum(String(total))}</p>
        <fieldset className="m-0 grid grid-cols-4 gap-3 border-0 p-0">
          <legend className="mb-1 p-0 text-12 text-ink-2">{words.letterShares}</legend>
          {LETTERS.map((letter) => (
            <WeightField
              key={letter}
              label={letter}
              unit="%"
              value={Math.round(template.letters[letter] * 100)}
              onChange={(percent) =>
                setTemplate({
                  ...template,
                  letters: { ...template.letters, [letter]: Math.min(100, percent) / 100 },
                })
              }
            />
          ))}
        </fieldset>
        <WeightField
          label={words.hintPoints}
          value={template.hintPoints}
          onChange={(hintPoints) => setTemplate({ ...template, hintPoints })}
        />
        <fieldset className="m-0 grid grid-cols-4 gap-3 border-0 p-0">
          <legend className="mb-1 p-0 text-12 text-ink-2">{words.credit}</legend>
          {credit.map(([deed, weight]) => (
            <WeightField
              key={deed}
              label={text.people.columns[deed]}
              value={weight}
              onChange={(value) =>
                setTemplate({ ...template, credit: { ...template.credit, [deed]: value } })
              }
            />
          ))}
        </fieldset>
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button type="submit" kind="primary" disabled={busy || total <= 0}>
            {words.apply}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
