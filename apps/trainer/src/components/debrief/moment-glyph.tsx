import type { ReactNode } from 'react';
import type { MomentKind } from '@dwell/scoring';

const DOT = <circle cx="8" cy="8" r="3" />;
const FULL = <circle cx="8" cy="8" r="5" />;
const SQUARE = <rect x="3" y="3" width="10" height="10" rx="1" />;
const PAGE = (
  <path d="M4 2h5.500L12 4.500V14H4ZM9 2v3h3" fill="none" stroke="currentColor" strokeWidth="1.8" />
);
const TRIANGLE = <path d="M8 2.5 14.5 13.500H1.500Z" />;
const CROSS = <path d="m3.5 3.5 9 9M12.5 3.500l-9 9" stroke="currentColor" strokeWidth="2.4" />;
const TICK = (
  <path d="m2.5 8.5 3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.2" />
);
const HOLLOW = (shape: 'circle' | 'square') =>
  shape === 'circle' ? (
    <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
  ) : (
    <rect
      {...{ x: 3.5, y: 3.5, width: 9, height: 9, rx: 1 }}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    />
  );

type Look = { shape: ReactNode; colour: string };

/** Each kind by its own shape first; the colour only says it again. */
const LOOK: Record<MomentKind, Look> = {
  attack: { shape: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" />, colour: 'text-critical' },
  world: { shape: HOLLOW('circle'), colour: 'text-info' },
  missed: { shape: CROSS, colour: 'text-severe' },
  inject: { shape: <path d="M1.5 3.500h13L8 13.500Z" />, colour: 'text-info' },
  alert: { shape: TRIANGLE, colour: 'text-attention' },
  declare: {
    shape: (
      <path d="M3 1.500v13M3 2h10l-2.5 3.500L13 9H3Z" stroke="currentColor" strokeWidth="1.2" />
    ),
    colour: 'text-accent',
  },
  decision: { shape: SQUARE, colour: 'text-accent' },
  response: { shape: SQUARE, colour: 'text-good' },
  deploy: {
    shape: <path d="M8 1.5 13.5 4v4c0 3-2.2 5.4-5.5 6.500C4.7 13.4 2.5 11 2.5 8V4Z" />,
    colour: 'text-good',
  },
  file: { shape: PAGE, colour: 'text-accent' },
  issue: { shape: PAGE, colour: 'text-accent' },
  verdict: { shape: TICK, colour: 'text-good' },
  estimate: { shape: FULL, colour: 'text-accent' },
  hypothesis: { shape: FULL, colour: 'text-past' },
  evidence: { shape: FULL, colour: 'text-ink-2' },
  action: { shape: FULL, colour: 'text-good' },
  propose: { shape: HOLLOW('square'), colour: 'text-accent' },
  agree: { shape: TICK, colour: 'text-ink-2' },
  object: { shape: CROSS, colour: 'text-attention' },
  answer: { shape: HOLLOW('circle'), colour: 'text-accent' },
  hint: { shape: HOLLOW('circle'), colour: 'text-attention' },
  control: { shape: HOLLOW('square'), colour: 'text-past' },
  note: { shape: DOT, colour: 'text-ink-2' },
  assign: { shape: DOT, colour: 'text-ink-2' },
  read: { shape: DOT, colour: 'text-ink-3' },
  chat: { shape: DOT, colour: 'text-ink-3' },
};

type Props = { kind: MomentKind; size?: number; hollow?: boolean };

/** The mark of a kind of moment. `hollow`: an alert with nothing behind it. */
export function MomentGlyph({ kind, size = 16, hollow }: Props) {
  const { shape, colour } = LOOK[kind];
  return (
    <svg
      {...{ width: size, height: size, viewBox: '0 0 16 16' }}
      aria-hidden="true"
      focusable="false"
      className={`block shrink-0 ${hollow ? 'text-ink-3' : colour}`}
      fill={hollow ? 'none' : 'currentColor'}
      stroke={hollow ? 'currentColor' : undefined}
      strokeWidth={hollow ? 1.6 : undefined}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shape}
    </svg>
  );
}
