'use client';

import type { ReportFormat } from '@dwell/simulator/router';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFile } from './use-file.ts';

type Props = {
  formats: readonly ReportFormat[];
  ask: { exerciseId: string; team: string | null; language: Language };
  disabled: boolean;
};

/** Documents to download; the one that is being made says so and may be stopped. The first stands out. */
export function FileList({ formats, ask, disabled }: Props) {
  const { text } = useReading();
  const { making, make, cancel } = useFile(ask);
  const words = text.report;
  return (
    <ul className="m-0 mt-3 list-none p-0">
      {formats.map((format, at) => (
        <li key={format} className="border-t border-line py-2 first:border-t-0">
          <div className="flex items-center gap-2">
            <Button
              kind={at === 0 ? 'primary' : 'plain'}
              className="min-w-0 flex-1 justify-start!"
              disabled={disabled || making !== null}
              aria-label={words.make(words.formats[format])}
              onClick={() => make(format)}
            >
              <span className={classNames('truncate', making === format && 'busy')}>
                {making === format ? words.making : words.formats[format]}
              </span>
            </Button>
            {making === format && (
              <Button kind="quiet" onClick={cancel}>
                {words.stop}
              </Button>
            )}
          </div>
          <p className="m-0 mt-1 text-12 text-ink-3">{words.formatNotes[format]}</p>
        </li>
      ))}
    </ul>
  );
}
