/** Points to one decimal, without a trailing nought: `31`, `24.9`. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 10) / 10).replace('-', '−');
}
