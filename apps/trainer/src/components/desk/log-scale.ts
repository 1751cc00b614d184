/** A scale for numbers of accounts that lie many powers of ten apart; nought has its own place at the left. */
export function logScale(values: readonly number[], width: number) {
  const top = Math.max(10, ...values);
  const powers = Math.ceil(Math.log10(top));
  const zero = 14;
  return {
    powers: Array.from({ length: powers + 1 }, (_, i) => 10 ** i),
    x: (value: number) =>
      value < 1 ? 0 : zero + (Math.log10(value) / powers) * Math.max(0, width - zero),
  };
}
