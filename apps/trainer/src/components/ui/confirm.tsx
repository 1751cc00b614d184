'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  title: string;
  children: ReactNode;
  /** The verb on the one primary button. */
  act: string;
  cancel: string;
  busy?: boolean;
  danger?: boolean;
  onAct: () => void;
  onCancel: () => void;
};

/** The last look before a priced or destructive act: what, what it costs, and one verb. */
export function Confirm({ title, children, act, cancel, busy, danger, onAct, onCancel }: Props) {
  return (
    <Dialog label={title} onClose={onCancel}>
      <div className="flex flex-col gap-4 p-6">
        <h2 className="m-0 text-20 font-semibold">{title}</h2>
        <div className="text-14 text-ink-2">{children}</div>
        <div className="mt-2 flex justify-end gap-2">
          <Button kind="quiet" onClick={onCancel}>
            {cancel}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} disabled={busy} onClick={onAct}>
            {act}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
