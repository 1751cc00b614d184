'use client';

import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { QrCode } from './qr-code.tsx';

/** `K7F 2QX`: in two halves, to be read out. */
export const spaced = (code: string) =>
  code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;

/** How people get in: the code, the address, and both as a picture. */
export function JoinCard() {
  const { text } = useReading();
  const { desk } = useDesk();
  const [big, setBig] = useState(false);
  const { code } = desk.row;
  const place = desk.joinUrl.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '');
  return (
    <section
      aria-label={text.lobby.joinAt}
      className="flex flex-wrap items-center gap-8 rounded-md border border-line bg-surface-2 p-6"
    >
      <QrCode url={desk.joinUrl} size={148} />
      <div className="flex min-w-0 flex-col gap-2">
        <p className="m-0 text-13 text-ink-2">
          {text.lobby.joinAt} <span className="font-mono text-ink-1">{place}</span>
        </p>
        <p className="m-0 font-mono text-[64px] leading-[72px] font-semibold tracking-[0.06em] whitespace-nowrap">
          <span className="sr-only">{text.lobby.code} </span>
          {spaced(code)}
        </p>
        <div className="flex gap-2">
          <CopyButton wide label={text.lobby.copyLink} value={desk.joinUrl} />
          <Button onClick={() => setBig(true)}>{text.lobby.big}</Button>
        </div>
      </div>
      {big && (
        <Dialog label={text.lobby.code} onClose={() => setBig(false)} full>
          <button
            type="button"
            aria-label={text.common.close}
            onClick={() => setBig(false)}
            className="flex h-full w-full flex-col items-center justify-center gap-8 p-8"
          >
            <span className="text-20 text-ink-2">
              {text.lobby.joinAt} <span className="font-mono text-ink-1">{place}</span>
            </span>
            <span className="font-mono text-[min(18vw,220px)] leading-none font-semibold tracking-[0.06em] whitespace-nowrap">
              {spaced(code)}
            </span>
            <QrCode url={desk.joinUrl} size={280} />
          </button>
        </Dialog>
      )}
    </section>
  );
}
