'use client';

import { useMemo, useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Button } from '../ui/button.tsx';
import { MomentLine } from './moment-line.tsx';

const AT_FIRST = 8;

/** The moments that a figure rests on, in order of time: a few at first. */
export function Evidence({ ids, name }: { ids: readonly string[]; name: string }) {
  const { text } = useReading();
  const { view } = useDebrief();
  const [all, setAll] = useState(false);
  const moments = view.debrief?.history.moments;
  const found = useMemo(() => {
    const wanted = new Set(ids);
    return (moments ?? []).filter((moment) => wanted.has(moment.id));
  }, [moments, ids]);
  const shown = all ? found : found.slice(0, AT_FIRST);
  return (
    <div>
      <ul aria-label={name} className="m-0 flex list-none flex-col gap-1 p-0">
        {shown.map((moment) => (
          <li key={moment.id}>
            <MomentLine moment={moment} />
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <Button kind="quiet" small className="mt-1" onClick={() => setAll(true)}>
          {text.measure.more(found.length - shown.length)}
        </Button>
      )}
    </div>
  );
}
