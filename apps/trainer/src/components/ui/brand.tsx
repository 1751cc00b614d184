/** The mark: a block cursor that waits, and the name. */
export function Brand({ large }: { large?: boolean }) {
  return (
    <span
      className={`inline-flex shrink-0 items-center whitespace-nowrap font-semibold tracking-tight ${large ? 'gap-3 text-20' : 'gap-2 text-14'}`}
    >
      <span
        aria-hidden="true"
        className={`inline-block bg-accent ${large ? 'h-5 w-[10px]' : 'h-4 w-2'}`}
      />
      Dwell
    </span>
  );
}
