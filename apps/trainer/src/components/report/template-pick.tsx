'use client';

import { useState } from 'react';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateEquation } from './template-equation.tsx';

/** Which template the score is made by; whoever leads may choose and change it. */
export function TemplatePick() {
  const { text, language } = useReading();
  const { exerciseId, view } = useDebrief();
  const { act, busy } = useDebriefActs(exerciseId);
  const [editing, setEditing] = useState(false);
  const words = text.sheet;
  const { template } = view;
  const shipped = view.templates.some(({ name }) => name === template.name);
  const all = shipped ? view.templates : [template, ...view.templates];
  return (
    <div className="mt-4 border-t border-line pt-3">
      {view.leads ? (
        <Select
          label={words.template}
          hint={pickText(language, template.about)}
          value={template.name}
          disabled={busy}
          options={all.map((each) => ({ value: each.name, text: pickText(language, each.title) }))}
          onPick={(name) => {
            const picked = all.find((each) => each.name === name);
            if (picked && picked !== template) void act({ do: 'template', template: picked });
          }}
        />
      ) : (
        <p className="m-0 text-13">
          <span className="mr-2 text-12 text-ink-3">{words.template}</span>
          {pickText(language, template.title)}
        </p>
      )}
      {view.leads && (
        <Button small className="mt-2" onClick={() => setEditing(true)}>
          {words.change}
        </Button>
      )}
      <TemplateEquation />
      {editing && <TemplateEditor onClose={() => setEditing(false)} />}
    </div>
  );
}
