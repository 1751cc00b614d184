'use client';

import { useReading } from '@/i18n/provider.tsx';
import { CodeForm } from './code-form.tsx';
import { OutsideFrame } from './outside-frame.tsx';

/** Where a code is typed in. */
export function CodeScreen() {
  const { text } = useReading();
  return (
    <OutsideFrame>
      <h1 className="m-0 mb-6 text-28 font-semibold tracking-tight">{text.join.title}</h1>
      <CodeForm focus />
    </OutsideFrame>
  );
}
