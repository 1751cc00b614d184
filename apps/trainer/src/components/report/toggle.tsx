'use client';

import { useState } from 'react';

type Props = {
  label: string;
  hint: string;
  checked: boolean;
  disabled?: boolean;
  /** Says whether it was taken over. */
  onChange: (on: boolean) => Promise<boolean>;
};

/** A check box whose state is kept elsewhere: it shows what was chosen until that has come back, or was refused. */
export function Toggle({ label, hint, checked, disabled, onChange }: Props) {
  const [held, setHeld] = useState({ of: checked, on: checked });
  if (held.of !== checked) setHeld({ of: checked, on: checked });
  const change = async (on: boolean) => {
    setHeld({ of: checked, on });
    if (!(await onChange(on))) setHeld({ of: checked, on: checked });
  };
  return (
    <label className="flex items-start gap-2 text-13">
      <input
        type="checkbox"
        className="mt-1 accent-accent"
        disabled={disabled}
        checked={held.on}
        onChange={(event) => void change(event.target.checked)}
      />
      <span>
        {label}
        <span className="block text-12 text-ink-3">{hint}</span>
      </span>
    </label>
  );
}
