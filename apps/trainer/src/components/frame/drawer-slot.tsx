'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useReading } from '@/i18n/provider.tsx';
import { Drawer } from '../ui/drawer.tsx';

const SlotContext = createContext<HTMLElement | null>(null);

/** The work of the screen with a place beside it for its drawer. */
export function WithDrawerSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <SlotContext value={slot}>{children}</SlotContext>
      <div ref={setSlot} className="contents" />
    </div>
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
