/** The part of an axis that is drawn, as shares of its length. */
export type AxisView = { from: number; to: number };

export const WHOLE_VIEW: AxisView = { from: 0, to: 1 };
const NARROWEST = 1 / 5000;

/** Keeps a view inside the axis and no narrower than it may be. */
export function clampView({ from, to }: AxisView): AxisView {
  const width = Math.max(NARROWEST, Math.min(1, to - from));
  const left = Math.max(0, Math.min(1 - width, from));
  return { from: left, to: left + width };
}

/** Draws so many times more (`factor` < 1) or less; what is at `around` stays where it is. */
export function zoomView(view: AxisView, factor: number, around: number): AxisView {
  const width = Math.max(NARROWEST, Math.min(1, (view.to - view.from) * factor));
  const held = (around - view.from) / (view.to - view.from);
  return clampView({ from: around - held * width, to: around + (1 - held) * width });
}

/** Moves the view by a share of its own width. */
export function panView(view: AxisView, by: number): AxisView {
  const step = (view.to - view.from) * by;
  return clampView({ from: view.from + step, to: view.to + step });
}

/** Moves the view just so far that `share` is in it, with some air around. */
export function revealIn(view: AxisView, share: number): AxisView {
  const air = (view.to - view.from) * 0.1;
  if (share < view.from)
    return clampView({ from: share - air, to: share - air + view.to - view.from });
  if (share > view.to)
    return clampView({ from: share + air - (view.to - view.from), to: share + air });
  return view;
}

/** A view that shows all of these places, with some air; the whole axis when there are none. */
export function viewAround(places: readonly number[]): AxisView {
  if (places.length === 0) return WHOLE_VIEW;
  const least = Math.min(...places);
  const most = Math.max(...places);
  const air = Math.max(0.02, (most - least) * 0.15);
  return clampView({ from: Math.max(0, least - air), to: Math.min(1, most + air) });
}
