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
  inbox: 'M2.5 9.5 4.5 3h7l2 6.5v3.5h-11V9.5ZM2.5 9.5h3.5l1 1.5h2l1-1.5h3.5',
  decide: 'M8 2v3.5M8 5.5 3.5 8v2M8 5.5 12.5 8v2M2 10h3v3H2zM11 10h3v3h-3z',
  documents: 'M4.5 1.5h5l3 3v10h-8zM9.5 1.5v3h3M6.5 8h4M6.5 10.5h4',
  record: 'M3 2.5h10v11H3zM5.5 2.5v11M7.5 5.5h3.5M7.5 8h3.5',
  say: 'M2.5 6.5v3h2l5 3v-9l-5 3h-2ZM12 6a3 3 0 0 1 0 4',
  chat: 'M2.5 3h11v8h-6L4.5 13.5V11h-2zM5 6h6M5 8.5h4',
  help: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM6.2 6a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.4M8 11.2v.2',
  hand: 'M5 8V3.5a1 1 0 0 1 2 0V7m0-4.5a1 1 0 0 1 2 0V7m0-3.5a1 1 0 0 1 2 0V9c0 3-1.5 5-4 5s-3.5-1.5-4.5-4L2 8.5c.7-.8 1.5-.6 2 0l1 1.2',
  card: 'M2 3.5h12v9H2zM4.5 6.5h3v3h-3zM9.5 6.5H12M9.5 9H12',
  mail: 'M2 3.5h12v9H2zM2 4l6 5 6-5',
  ticket: 'M2 4.5h12v2.2a1.3 1.3 0 0 0 0 2.6v2.2H2V9.3a1.3 1.3 0 0 0 0-2.6V4.5ZM9.5 4.5v7',
  phone: 'M4.5 2 7 5 5.5 6.5c.7 1.7 2.3 3.3 4 4L11 9l3 2.5-1.5 2.5C7 13.5 2.500 9 2 3.500L4.500 2Z',
  news: 'M2 3h9.500v10H3.500A1.500 1.500 0 0 1 2 11.500V3ZM11.500 6H14v5.500a1.500 1.500 0 0 1-2.500 1M4 5.500h5.500M4 8h5.500M4 10.500h3',
  social:
    'M5 8.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11 7.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM1.500 13c0-2 1.500-3 3.500-3s3.500 1 3.500 3M9.500 9.500c2.500-.8 5 .3 5 3',
  regulator: 'M2 6 8 2.500 14 6M3 6h10M4 6v6M8 6v6M12 6v6M2.500 13.500h11',
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
