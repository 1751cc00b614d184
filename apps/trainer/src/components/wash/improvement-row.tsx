'use client';

import type { KeyboardEvent } from 'react';
import type { Improvement } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { CONTROL } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { CarryField } from './carry-field.tsx';
import { itemLacks } from './improvement-item.ts';
import { useRowDraft } from './use-row-draft.ts';
import { useWash } from './wash-book.tsx';

const STATES = ['open', 'doing', 'done', 'dropped'] as const;
const CELL = 'border-t border-line px-1 py-2 align-top';
const GROWING = `${CONTROL} h-auto! min-h-8 resize-none py-1 [field-sizing:content]`;

/** An improvement as a row of fields: leaving the row or Enter keeps it, Escape throws the change away. */
export function ImprovementRow({ item, place }: { item: Improvement; place: number }) {
  const { text, language } = useReading();
  const { team, objectives, act, busy, mayWrite, nameOf } = useWash();
  const words = text.plan;
  const { id } = item;
  const { shown, change, commit, drop } = useRowDraft(item, (next) =>
    act({ do: 'improve', team, id, item: next }),
  );
  const lacks = itemLacks(shown);
  const disabled = !mayWrite;
  const named = (name: string) => ({ 'aria-label': words.cell(name, place), disabled });
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.key === 'Escape') return drop();
    const typing = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || event.shiftKey || !typing) return;
    event.preventDefault();
    commit();
  };
  return (
    <tr
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) commit();
      }}
    >
      <td className={`${CELL} min-w-[200px] pl-4`}>
        <textarea
          rows={1}
          maxLength={400}
          value={shown.text}
          onChange={(event) => change({ text: event.target.value })}
          className={GROWING}
          {...named(words.text)}
        />
        <span className="text-12 text-ink-3">{words.from(nameOf(item.by))}</span>
      </td>
      <td className={`${CELL} w-[160px]`}>
        <input
          maxLength={80}
          list="improvement-owners"
          value={shown.owner}
          onChange={(event) => change({ owner: event.target.value })}
          className={CONTROL}
          {...named(words.owner)}
        />
      </td>
      <td className={`${CELL} w-[150px]`}>
        <input
          type="date"
          value={shown.due ?? ''}
          onChange={(event) => change({ due: event.target.value || null })}
          className={CONTROL}
          {...named(words.due)}
        />
      </td>
      <td className={`${CELL} min-w-[160px]`}>
        <textarea
          rows={1}
          maxLength={400}
          value={shown.measure}
          onChange={(event) => change({ measure: event.target.value })}
          className={GROWING}
          {...named(words.measure)}
        />
      </td>
      <td className={`${CELL} w-[120px]`}>
        <Select
          hideLabel
          label={words.cell(words.status, place)}
          value={shown.status}
          disabled={disabled}
          options={STATES.map((value) => ({ value, text: words.states[value] }))}
          onPick={(value) => commit({ status: value as Improvement['status'] })}
        />
        <span className="mt-1 block">
          {lacks.length === 0 ? (
            <Badge severity="good">{words.whole}</Badge>
          ) : (
            <span className="text-12 text-attention">
              <span aria-hidden="true">△ </span>
              {words.lacks(lacks.map((each) => words[each]).join(', '))}
            </span>
          )}
        </span>
      </td>
      <td className={`${CELL} w-[150px]`}>
        <Select
          hideLabel
          className="mb-1"
          label={words.cell(words.objective, place)}
          value={shown.objective ?? ''}
          disabled={disabled}
          options={[
            { value: '', text: words.noObjective },
            ...objectives.map((each) => ({
              value: each.id,
              text: `${each.id} ${pickText(language, each.title)}`,
            })),
          ]}
          onPick={(value) => commit({ objective: value || null })}
        />
        <CarryField
          hideLabel
          label={words.cell(words.carries, place)}
          value={shown.carries}
          disabled={disabled}
          onChange={(carries) => commit({ carries })}
        />
      </td>
      <td className={`${CELL} w-10 text-right`}>
        {mayWrite && (
          <IconButton
            icon="trash"
            label={words.remove(item.text)}
            disabled={busy}
            onClick={() => void act({ do: 'unimprove', team, id })}
          />
        )}
      </td>
    </tr>
  );
}
