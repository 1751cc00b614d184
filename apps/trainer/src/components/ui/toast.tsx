'use client';

import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { Button } from './button.tsx';
import { SeverityMark, type Severity } from './badge.tsx';

type Toast = { id: number; severity: Severity; text: ReactNode; undo?: Undo };
/** `seconds`: how long it may really be taken back, ten at most. */
type Undo = { text: string; run: () => void; seconds?: number };
type Show = (toast: Omit<Toast, 'id'>) => void;

const ToastContext = createContext<Show>(() => {});

/** How long a message stays, wall seconds. */
const UNDO_SECONDS = 10;

/** `const toast = useToast(); toast({ severity: 'good', text, undo })`. */
export const useToast = () => use(ToastContext);

/** Holds the short messages of the page; each stays ten seconds, an undo as long as it may be used. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const remove = useCallback(
    (id: number) => setToasts((old) => old.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback<Show>((toast) => {
    setToasts((old) => [...old.slice(-2), { ...toast, id: (old.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const list = useMemo(() => toasts, [toasts]);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed right-4 bottom-24 z-50 flex flex-col items-end gap-2"
      >
        {list.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onGone={remove} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onGone }: { toast: Toast; onGone: (id: number) => void }) {
  const [left, setLeft] = useState(UNDO_SECONDS);
  const undoLeft =
    left - UNDO_SECONDS + Math.min(UNDO_SECONDS, Math.floor(toast.undo?.seconds ?? UNDO_SECONDS));
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onGone(toast.id);
  }, [left, onGone, toast.id]);
  return (
    <div className="slide-in pointer-events-auto flex max-w-[420px] items-center gap-3 rounded-md border border-line-strong bg-surface-3 py-2 pr-2 pl-3 text-13 shadow-raised">
      <SeverityMark severity={toast.severity} />
      <span>{toast.text}</span>
      {toast.undo && undoLeft > 0 && (
        <Button
          small
          onClick={() => {
            toast.undo?.run();
            onGone(toast.id);
          }}
        >
          {toast.undo.text} <span className="text-ink-3">{undoLeft} s</span>
        </Button>
      )}
    </div>
  );
}
