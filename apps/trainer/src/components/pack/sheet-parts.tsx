import type { ReactNode } from 'react';

/** The title of a part of the pack. */
export function SheetTitle({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <header className="mb-5 border-b-2 border-ink-1 pb-2">
      <h2 className="m-0 text-[24px] leading-8 font-semibold tracking-tight">{children}</h2>
      {note && <p className="m-0 mt-1 text-13 text-ink-2">{note}</p>}
    </header>
  );
}

/** A section within a part. */
export function SheetSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mb-6">
      <h3 className="m-0 mb-2 text-14 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** A name with what belongs to it, as a line of a form. */
export function Pair({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[108px_1fr] gap-3 py-[3px]">
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  );
}

/** A name over what belongs to it, where room is narrow. */
export function Stacked({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="py-[3px]">
      <dt className="text-[11px] leading-4 text-ink-3">{name}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  );
}

/** A box to tick with a pen. */
export function TickBox({ label }: { label?: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span
        aria-hidden="true"
        className="inline-block size-[13px] shrink-0 border-[1.5px] border-ink-1"
      />
      {label}
    </span>
  );
}

/** An empty line to write on, with its name in front. */
export function Blank({ name }: { name: ReactNode }) {
  return (
    <span className="flex min-w-0 flex-1 items-end gap-2 text-12 text-ink-3">
      {name}
      <span className="mb-[2px] h-5 min-w-16 flex-1 border-b border-ink-3" />
    </span>
  );
}
