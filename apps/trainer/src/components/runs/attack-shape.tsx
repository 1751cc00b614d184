import { areaPath, linePath } from '../charts/shapes.ts';

const WIDTH = 320;
const HEIGHT = 56;

/** The attack's speed over the run as a ridge; flat ground where nothing happens. */
export function AttackShape({ shape, label }: { shape: readonly number[]; label: string }) {
  const place = {
    x: (i: number) => (i / Math.max(1, shape.length - 1)) * WIDTH,
    y: (value: number) => HEIGHT - 2 - (value / 100) * (HEIGHT - 8),
  };
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block h-14 w-full"
    >
      <line
        x1="0"
        x2={WIDTH}
        y1={HEIGHT - 2}
        y2={HEIGHT - 2}
        stroke="var(--line-strong)"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={areaPath(
          shape,
          shape.map(() => 0),
          place,
        )}
        fill="var(--series-6)"
        fillOpacity="0.18"
      />
      <path
        d={linePath(shape, place)}
        fill="none"
        stroke="var(--series-6)"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
