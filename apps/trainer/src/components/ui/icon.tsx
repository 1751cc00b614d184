/** Outlines on a 16 px square, drawn with 1.5 px lines. */
const PATHS = {
  situation: 'M2 13.5h12M3.5 11V7.5M6.5 11V4.5M9.5 11V8.5M12.5 11V2.5',
  alerts: 'M8 2a4 4 0 0 1 4 4v3l1.5 2.5h-11L4 9V6a4 4 0 0 1 4-4ZM6.5 13.5h3',
  hunt: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5M4.5 7h5M7 4.5v5',
  rules: 'M3.5 1.5h6l3 3v10h-9zM6 6.5h4M6 9h4M6 11.5h2.5',
  respond: 'M8 1.5 13.5 4v4c0 3.2-2.3 5.5-5.5 6.5C4.8 13.5 2.5 11.2 2.5 8V4L8 1.5ZM5.5 8l2 2 3.5-4',
  shop: 'M2.5 6.5h11v7h-11zM1.5 6.5 3.5 2.5h9l2 4M6.5 13.5v-4h3v4',
  runs: 'M2.5 4h1M5.5 4h8M2.5 8h1M5.5 8h8M2.5 12h1M5.5 12h8',
  play: 'M5 3.2v9.6L12.5 8 5 3.2Z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  step: 'M3.5 3.5v9L10 8 3.5 3.5ZM12.5 3.5v9',
  jump: 'M2.5 3.5v9L8 8 2.5 3.5ZM8 3.5v9L13.5 8 8 3.5Z',
  close: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  down: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.8 10.8 14 14',
  theme: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 1.5v13M8 4.5h4.5M8 8h6M8 11.5h4.5',
  out: 'M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6',
  warn: 'M8 2 14.5 13.5h-13L8 2ZM8 6.5v3.5M8 11.8v.2',
  fork: 'M4 3v10M4 9c0-3 7-2 7-5.5M4 3 2.5 4.5M4 3l1.5 1.5M11 3.5 9.5 5M11 3.5 12.5 5',
  pin: 'M5.5 2h5l-.5 4.5 2 2.5H4l2-2.5L5.5 2ZM8 9v5',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative mark; whatever it means is said in words beside it. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" className={className} aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
