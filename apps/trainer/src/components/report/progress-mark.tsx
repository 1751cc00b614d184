type Props = {
  /** Which line it is of: gives shape and colour. */
  at: number;
  x: number;
  y: number;
  hollow?: boolean;
  title?: string;
};

const SHAPES = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  'M-4.500 -4.500h9v9h-9Z',
  'M0 -6l5.500 10h-11Z',
  'M0 -6l6 6l-6 6l-6 -6Z',
];

/** A mark of a drawing: its shape tells its line apart without colour. */
export function ProgressMark({ at, x, y, hollow, title }: Props) {
  const colour = `var(--series-${(at % 8) + 1})`;
  return (
    <path
      d={SHAPES[at % SHAPES.length]}
      transform={`translate(${x} ${y})`}
      fill={hollow ? 'var(--surface-2)' : colour}
      stroke={hollow ? colour : 'var(--surface-2)'}
      strokeWidth={hollow ? 1.5 : 1}
    >
      {title && <title>{title}</title>}
    </path>
  );
}
