'use client';

import { useMemo, useState } from 'react';
import type { ScenarioCard } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';

type Props = {
  specs: ScenarioCard['knobs'];
  values: Readonly<Record<string, string>>;
  onChange: (values: Readonly<Record<string, string>>) => void;
};

/** Is a knob's text a whole number in its range? */
export function knobIsFine(spec: ScenarioCard['knobs'][string], value: string): boolean {
  const number = Number(value);
  return (
    value.trim() !== '' && Number.isInteger(number) && number >= spec.min && number <= spec.max
  );
}

/** Every number of the world, its default, range, unit and how sure we are; closed until asked for. */
export function KnobList({ specs, values, onChange }: Props) {
  const { text } = useReading();
  const [filter, setFilter] = useState('');
  const names = useMemo(
    () =>
      Object.keys(specs).filter((name) =>
        `${name} ${specs[name]!.en}`.toLowerCase().includes(filter.toLowerCase()),
      ),
    [specs, filter],
  );
  const changed = Object.keys(values).length;
  return (
    <details className="rounded-md border border-line bg-surface-2">
      <summary className="px-4 py-3 text-13 text-ink-2">
        <span className="text-ink-1">{text.create.knobs}</span>{' '}
        <span className="ml-2">{text.create.knobsHint}</span>
        {changed > 0 && (
          <span className="ml-2 text-accent">{text.create.knobsChanged(changed)}</span>
        )}
      </summary>
      <div className="flex items-end gap-3 px-4 pb-2">
        <Field
          label={text.create.filter}
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className="w-64"
        />
        {changed > 0 && <Button onClick={() => onChange({})}>{text.create.reset}</Button>}
      </div>
      <div
        className="max-h-[420px] overflow-auto"
        tabIndex={0}
        role="region"
        aria-label={text.create.knobs}
      >
        <Table label={text.create.knobs} head={[text.create.knobs, '', '', '']}>
          {names.map((name) => {
            const spec = specs[name]!;
            const value = values[name] ?? String(spec.value);
            const fine = knobIsFine(spec, value);
            return (
              <Row key={name}>
                <Cell className="whitespace-normal!">
                  {spec.en}
                  <span className="ml-2 font-mono text-12 text-ink-3">{name}</span>
                </Cell>
                <Cell number>
                  <input
                    aria-label={spec.en}
                    aria-invalid={!fine}
                    inputMode="numeric"
                    value={value}
                    onChange={(event) => {
                      const { [name]: _old, ...rest } = values;
                      onChange(
                        event.target.value === String(spec.value)
                          ? rest
                          : { ...rest, [name]: event.target.value },
                      );
                    }}
                    className="h-6 w-40 rounded-sm border border-line-strong bg-surface-1 px-2 text-right text-13 aria-invalid:border-critical"
                  />
                </Cell>
                <Cell className="text-12 text-ink-3">{spec.unit}</Cell>
                <Cell className="text-12 text-ink-3" title={text.create.grades[spec.grade]}>
                  {formatCount(spec.min)} – {formatCount(spec.max)} · {spec.grade}
                </Cell>
              </Row>
            );
          })}
        </Table>
      </div>
    </details>
  );
}
