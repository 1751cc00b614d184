/** Points to two decimals: what is shown is what is kept. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
