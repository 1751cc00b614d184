'use client';

import { type FormEvent, useState } from 'react';
import type { Improvement } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTypedHere } from '../report/use-typed-here.ts';
import { Button } from '../ui/button.tsx';
import { CONTROL, Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { CarryField } from './carry-field.tsx';
import { EMPTY_ITEM, itemOf } from './improvement-item.ts';
import { useWash } from './wash-book.tsx';

/** A new improvement: what, who, by when, and how anybody can tell. */
export function ImprovementForm() {
  const { text, language } = useReading();
  const { exerciseId, team, objectives, act, busy } = useWash();
  const typed = (name: string) => `plan.${team}.${name}`;
  const [what, setWhat] = useTypedHere(exerciseId, typed('text'));
  const [owner, setOwner] = useTypedHere(exerciseId, typed('owner'));
  const [due, setDue] = useTypedHere(exerciseId, typed('due'));
  const [measure, setMeasure] = useTypedHere(exerciseId, typed('measure'));
  const [objective, setObjective] = useTypedHere(exerciseId, typed('objective'));
  const [carries, setCarries] = useState<Improvement['carries']>(null);
  const words = text.plan;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() === '') return;
    const said = { text: what, owner, due: due || null, measure };
    const item = itemOf({ ...EMPTY_ITEM, ...said, objective: objective || null, carries });
    if (!(await act({ do: 'improve', team, item }))) return;
    for (const clear of [setWhat, setOwner, setDue, setMeasure, setObjective]) clear('');
    setCarries(null);
  };
  return (
    <Panel title={words.addTitle}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <label htmlFor="improvement-text" className="text-12 text-ink-2">
            {words.text}
          </label>
          <input
            id="improvement-text"
            maxLength={400}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
            className={CONTROL}
          />
          <span className="text-12 text-ink-3">{words.textHint}</span>
        </div>
        <div className="grid grid-cols-[1fr_160px_1fr] gap-4 max-lg:grid-cols-1">
          <Field
            label={words.owner}
            hint={words.ownerHint}
            maxLength={80}
            list="improvement-owners"
            value={owner}
            onChange={(event) => setOwner(event.target.value)}
          />
          <Field
            type="date"
            label={words.due}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
          <Field
            label={words.measure}
            hint={words.measureHint}
            maxLength={400}
            value={measure}
            onChange={(event) => setMeasure(event.target.value)}
          />
        </div>
        <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
          <Select
            label={words.objective}
            value={objective}
            options={[
              { value: '', text: words.noObjective },
              ...objectives.map(({ id, title }) => ({
                value: id,
                text: `${id} ${pickText(language, title)}`,
              })),
            ]}
            onPick={setObjective}
          />
          <CarryField
            label={words.carries}
            hint={words.carriesHint}
            value={carries}
            onChange={setCarries}
          />
        </div>
        <Button
          type="submit"
          kind="primary"
          disabled={busy || what.trim() === ''}
          className="self-start"
        >
          {words.add}
        </Button>
      </form>
    </Panel>
  );
}
