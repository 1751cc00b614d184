'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useReading } from '@/i18n/provider.tsx';
import { Drawer } from '../ui/drawer.tsx';

const SlotContext = createContext<HTMLElement | null>(null);

type SlotProps = {
  /** Above the work; what it opens stands beside the work too. */
  head?: ReactNode;
  banner?: ReactNode;
  side?: ReactNode;
  children: ReactNode;
};

/** The work of the screen under its head, with a place beside it for drawers, of the head's too. */
export function WithDrawerSlot({ head, banner, side, children }: SlotProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <SlotContext value={slot}>
      {head}
      {banner}
      <div className="flex min-h-0 flex-1">
        {side}
        <div className="flex min-h-0 min-w-0 flex-1">
          {children}
          <div ref={setSlot} className="contents" />
        </div>
      </div>
    </SlotContext>
  );
}

/** Shows details beside the work, in the frame's drawer. One at a time. */
export function ContextDrawer({
  title,
  label,
  onClose,
  children,
}: {
  title: ReactNode;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const slot = use(SlotContext);
  const { text } = useReading();
  if (!slot) return null;
  return createPortal(
    <Drawer title={title} label={label} closeLabel={text.common.close} onClose={onClose}>
      {children}
    </Drawer>,
    slot,
  );
}
