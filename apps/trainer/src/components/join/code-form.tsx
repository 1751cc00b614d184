'use client';

import { useRouter } from 'next/navigation';
import { useId, useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { buttonClass } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { tidyCode } from './tidy-code.ts';

/** One big field for the code; it can be pasted with spaces, dashes or in small letters. */
export function CodeForm({ focus }: { focus?: boolean }) {
  const router = useRouter();
  const { text } = useReading();
  const id = useId();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) router.push(`/join/${code}`);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <label htmlFor={id} className="text-13 text-ink-2">
        {text.ways.join}
      </label>
      <span className="flex items-stretch gap-2">
        <input
          id={id}
          value={code}
          onChange={(event) => setCode(tidyCode(event.target.value))}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          // The one thing to do on this screen.
          autoFocus={focus}
          aria-describedby={`${id}-note`}
          placeholder="······"
          className="h-14 w-60 rounded-md border border-line-strong bg-surface-1 px-4 font-mono text-28 font-semibold tracking-[0.14em] text-ink-1"
        />
        <button
          type="submit"
          disabled={code.length !== 6}
          className={classNames(buttonClass('primary'), 'h-14! px-6! text-16!')}
        >
          {text.ways.joinAct}
        </button>
      </span>
      <span id={`${id}-note`} className="text-12 text-ink-3">
        {text.ways.codeHint}
      </span>
    </form>
  );
}
