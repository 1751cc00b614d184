'use client';

import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MomentLine } from './moment-line.tsx';
import { MomentPicker } from './moment-picker.tsx';

type Props = {
  pinned: readonly string[];
  disabled: boolean;
  onChange: (pinned: readonly string[]) => void;
};

/** The moments a rating is pinned to, and the search that finds more. */
export function RatingPins({ pinned, disabled, onChange }: Props) {
  const { text } = useReading();
  const { view } = useDebrief();
  const [open, setOpen] = useState(false);
  const moments = view.debrief?.history.moments ?? [];
  const words = text.rating;
  return (
    <div className="flex flex-col gap-2">
      <p className="m-0 text-12 text-ink-2">{words.pins}</p>
      {pinned.length === 0 && <p className="m-0 text-13 text-ink-3">{words.pinnedNone}</p>}
      <ul className="m-0 flex list-none flex-col p-0">
        {pinned.map((id) => {
          const moment = moments.find((each) => each.id === id);
          const off = !disabled && (
            <IconButton
              icon="close"
              label={words.unpin(id)}
              onClick={() => onChange(pinned.filter((each) => each !== id))}
            />
          );
          return (
            <li key={id} className="flex items-center border-t border-line py-1 first:border-t-0">
              {moment ? (
                <MomentLine moment={moment} action={off} />
              ) : (
                <span className="flex flex-1 items-center justify-between font-mono text-12 text-ink-3">
                  {id} {off}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {!disabled &&
        (open ? (
          <MomentPicker
            picked={pinned}
            onPick={(id) => onChange([...pinned, id])}
            onClose={() => setOpen(false)}
          />
        ) : (
          <Button small className="self-start" onClick={() => setOpen(true)}>
            {pinned.length === 0 ? words.pin : words.pinMore}
          </Button>
        ))}
    </div>
  );
}
