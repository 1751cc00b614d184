'use client';

import { useId } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { CONTROL } from '../ui/field.tsx';
import { QrCode } from './qr-code.tsx';

/** A personal link, to be copied or photographed. */
export function LinkShown({ name, url }: { name: string; url: string }) {
  const { text } = useReading();
  const id = useId();
  return (
    <div className="flex items-center gap-4">
      <QrCode url={url} size={104} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <label htmlFor={id} className="text-12 text-ink-2">
          {text.lobby.inviteFor(name)}
        </label>
        <span className="flex items-center gap-1">
          <input
            id={id}
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
            className={`${CONTROL} font-mono text-12!`}
          />
          <CopyButton label={text.lobby.copyLink} value={url} />
        </span>
        <span className="text-12 text-ink-3">{text.lobby.linkHint}</span>
      </div>
    </div>
  );
}
