'use client';

import { useState } from 'react';
import type { Improvement } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { Select } from '../ui/select.tsx';
import { PlaybookDialog } from './playbook-dialog.tsx';
import { useWash } from './wash-book.tsx';

type Carries = Improvement['carries'];
type Props = {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  value: Carries;
  disabled?: boolean;
  onChange: (carries: Carries) => void;
};

const PLAYBOOK = 'playbook';

/** What a lesson carries along into a regression test: a rule of the team, or a playbook. */
export function CarryField({ label, hideLabel, hint, value, disabled, onChange }: Props) {
  const { text } = useReading();
  const { rules } = useWash();
  const [asking, setAsking] = useState(false);
  const words = text.plan;
  const offered =
    value?.kind === 'rule' && !rules.some(({ name }) => name === value.name)
      ? [{ name: value.name, title: value.name, text: value.text }, ...rules]
      : rules;
  const at = value === null ? '' : value.kind === 'rule' ? `rule ${value.name}` : PLAYBOOK;
  const pick = (picked: string) => {
    if (picked === '') return onChange(null);
    if (picked === PLAYBOOK) return setAsking(true);
    const rule = offered.find(({ name }) => `rule ${name}` === picked);
    if (rule) onChange({ kind: 'rule', name: rule.name, text: rule.text });
  };
  return (
    <>
      <Select
        label={label}
        hideLabel={hideLabel}
        hint={hint}
        value={at}
        disabled={disabled}
        options={[
          { value: '', text: words.carriesNothing },
          ...offered.map((rule) => ({
            value: `rule ${rule.name}`,
            text: words.carriesRule(rule.title),
          })),
          {
            value: PLAYBOOK,
            text:
              value?.kind === 'playbook'
                ? `${words.carriesPlaybook}: ${value.name}`
                : words.carriesPlaybook,
          },
        ]}
        onPick={pick}
      />
      {asking && (
        <PlaybookDialog
          value={value?.kind === 'playbook' ? value : null}
          onKeep={(playbook) => {
            onChange(playbook);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
