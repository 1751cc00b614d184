'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';

/** The template's equation in words: what each part weighs and what its values are worth. */
export function TemplateEquation() {
  const { text, language } = useReading();
  const { template } = useDebrief().view;
  const [open, setOpen] = useState(false);
  // Its words are many and few people open it: they come when asked for.
  const parts = useQuery({
    queryKey: ['equation', language, template],
    enabled: open,
    queryFn: async () => (await import('@dwell/scoring/equation')).equationOf(template, language),
  });
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-12 text-ink-2">{text.sheet.inWords}</summary>
      {parts.data?.map((part) => (
        <div key={part.title} className="mt-2 text-12">
          <p className="m-0 font-medium">{part.title}</p>
          <ul className="m-0 flex list-none flex-col gap-1 p-0 text-ink-2">
            {part.lines.map((line) => (
              <li key={line} className="wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
