/** A key as it is printed on the cap: `g s`, `Ctrl K`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex gap-1 font-mono text-12 text-ink-3">
      {keys.split(' ').map((key, at) => (
        <span key={at} className="min-w-4 rounded-sm border border-line px-1 text-center">
          {key}
        </span>
      ))}
    </kbd>
  );
}
