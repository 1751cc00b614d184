type Ask = {
  from: number;
  to: number;
  /** Powers of ten upwards; from nought evenly otherwise. */
  log: boolean;
  /** The value at the top. */
  top: number;
  box: { left: number; right: number; top: number; bottom: number };
};

const rounded = (n: number) => Math.round(n * 10) / 10;

/** Places a time and a value within a box, px. On a scale by powers of ten, one and less lie at the bottom. */
export function chartPlace({ from, to, log, top, box }: Ask) {
  const across = Math.max(1, to - from);
  const height = box.bottom - box.top;
  const share = (value: number) =>
    log
      ? Math.log10(Math.max(1, value)) / Math.max(1e-9, Math.log10(Math.max(10, top)))
      : value / top;
  return {
    x: (time: number) => rounded(box.left + ((time - from) / across) * (box.right - box.left)),
    y: (value: number) => rounded(box.bottom - Math.max(0, Math.min(1, share(value))) * height),
  };
}
