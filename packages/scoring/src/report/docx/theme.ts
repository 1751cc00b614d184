/** Colours by Okabe and Ito, which everybody can tell apart, without their hash. */
export const COLOURS = {
  ink: '1F2933',
  faint: '5B6770',
  accent: '0B5394',
  line: 'C5CDD5',
  head: 'E6ECF2',
  band: 'F6F8FA',
  series: ['0072B2', '6B7280', 'E69F00', '009E73', 'CC79A7', 'D55E00', '56B4E9'],
} as const;

/** What word processors of either kind have: Latin first, Korean beside it. */
export const FONT = {
  ascii: 'Calibri',
  hAnsi: 'Calibri',
  cs: 'Calibri',
  eastAsia: 'Malgun Gothic',
} as const;

/** For queries: letters of one width. */
export const CODE_FONT = { ...FONT, ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Consolas' } as const;

/** Twips: A4, with margins of 2 cm. */
export const PAGE = { short: 11906, long: 16838, margin: 1134 } as const;

/** What is left between the margins, twips. */
export function textWidth(landscape: boolean): number {
  return (landscape ? PAGE.long : PAGE.short) - 2 * PAGE.margin;
}
