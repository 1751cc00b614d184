import type { DeskInject } from '@dwell/simulator/router';

type State = DeskInject['state'];

/** Each state has a shape of its own; colour only repeats it. */
const LOOK: Record<State, { mark: string; colour: string }> = {
  planned: { mark: '○', colour: 'text-ink-2' },
  held: { mark: '▯', colour: 'text-attention' },
  sent: { mark: '▶', colour: 'text-accent' },
  met: { mark: '●', colour: 'text-good' },
  missed: { mark: '✕', colour: 'text-critical' },
  withdrawn: { mark: '–', colour: 'text-ink-3' },
};

/** An inject's state: shape, word and colour. */
export function InjectStateMark({ state, word }: { state: State; word: string }) {
  return (
    <span
      className={`inline-flex items-center gap-2 text-12 whitespace-nowrap ${LOOK[state].colour}`}
    >
      <span aria-hidden="true" className="inline-block w-3 text-center font-mono">
        {LOOK[state].mark}
      </span>
      {word}
    </span>
  );
}

const COLOUR: Record<State, string> = {
  planned: 'var(--text-2)',
  held: 'var(--attention)',
  sent: 'var(--accent)',
  met: 'var(--good)',
  missed: 'var(--critical)',
  withdrawn: 'var(--text-3)',
};

/** The same shape on a drawing, about 10 px wide around `x`, `y`. */
export function InjectGlyph({ state, x, y }: { state: State; x: number; y: number }) {
  const colour = COLOUR[state];
  switch (state) {
    case 'planned':
      return (
        <circle cx={x} cy={y} r={4} fill="var(--surface-2)" stroke={colour} strokeWidth={1.5} />
      );
    case 'held':
      return (
        <rect
          x={x - 3}
          y={y - 5}
          width={6}
          height={10}
          fill="var(--surface-2)"
          stroke={colour}
          strokeWidth={1.5}
        />
      );
    case 'sent':
      return <path d={`M${x - 4} ${y - 5}L${x + 5} ${y}L${x - 4} ${y + 5}Z`} fill={colour} />;
    case 'met':
      return <circle cx={x} cy={y} r={4.5} fill={colour} />;
    case 'missed':
      return (
        <path
          d={`M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}`}
          stroke={colour}
          strokeWidth={2.5}
        />
      );
    case 'withdrawn':
      return <line x1={x - 4} x2={x + 4} y1={y} y2={y} stroke={colour} strokeWidth={2} />;
  }
}
