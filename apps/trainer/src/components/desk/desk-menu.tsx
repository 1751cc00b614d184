'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Popover } from '../ui/popover.tsx';
import { AuditDialog, DiskDialog } from './desk-dialogs.tsx';

const item = `${buttonClass('quiet')} justify-start! no-underline`;
type Shown = 'end' | 'reset' | 'disk' | 'audit' | null;

/** What is done with the exercise as a whole. */
export function DeskMenu() {
  const { text } = useReading();
  const { exerciseId, desk, mayControl } = useDesk();
  const { act, reset, busy } = useDeskActs();
  const [shown, setShown] = useState<Shown>(null);
  const close = () => setShown(null);
  const words = text.desk;
  return (
    <>
      <Popover
        label={words.more}
        align="right"
        opener={(attributes) => (
          <Button small {...attributes}>
            {words.more}
          </Button>
        )}
      >
        {(shut) => {
          const pick = (what: Shown) => () => {
            shut();
            setShown(what);
          };
          return (
            <div className="flex w-[220px] flex-col">
              <Link href={`/exercises/${exerciseId}/debrief`} className={item}>
                {text.debrief.open}
              </Link>
              <Link href={`/exercises/${exerciseId}/wall`} className={item}>
                {text.lobby.wall}
              </Link>
              <Link href={`/exercises/${exerciseId}/pack`} className={item}>
                {text.lobby.pack}
              </Link>
              <Button kind="quiet" className="justify-start!" onClick={pick('audit')}>
                {words.log}
              </Button>
              {mayControl && (
                <>
                  <Button kind="quiet" className="justify-start!" onClick={pick('disk')}>
                    {words.disk}
                  </Button>
                  <Button kind="quiet" className="justify-start!" onClick={pick('reset')}>
                    {words.reset}
                  </Button>
                </>
              )}
              {mayControl && desk.row.state !== 'ended' && (
                <Button kind="quiet" className="justify-start!" onClick={pick('end')}>
                  {words.end}
                </Button>
              )}
            </div>
          );
        }}
      </Popover>
      {shown === 'end' && (
        <Confirm
          danger
          title={words.endTitle}
          act={words.end}
          cancel={text.common.cancel}
          busy={busy}
          onAct={() => void act({ do: 'end' }).then(close)}
          onCancel={close}
        >
          {words.endText}
        </Confirm>
      )}
      {shown === 'reset' && (
        <Confirm
          danger
          title={words.resetTitle}
          act={words.reset}
          cancel={text.common.cancel}
          busy={busy}
          onAct={() => void reset().then(close, close)}
          onCancel={close}
        >
          {words.resetText}
        </Confirm>
      )}
      {shown === 'disk' && <DiskDialog onClose={close} />}
      {shown === 'audit' && <AuditDialog onClose={close} />}
    </>
  );
}
