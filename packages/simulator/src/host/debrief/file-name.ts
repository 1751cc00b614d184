import type { ReportFormat } from '../debrief-service.ts';

const ENDS: Readonly<Record<ReportFormat, string>> = {
  docx: 'report.docx',
  md: 'report.md',
  json: 'report.json',
  csv: 'tables.zip',
  xapi: 'xapi.json',
  bundle: 'case.json',
  regression: 'regression.zip',
  certificate: 'certificate.docx',
  'class-docx': 'class.docx',
  'class-md': 'class.md',
};
const PART_MAX = 40;

/** A file's name as any system takes it: of the exercise, the team, and what it is. */
export function fileName(exercise: string, team: string | null, format: ReportFormat): string {
  const parts = ['dwell', exercise, ...(team === null ? [] : [team])].map(plain).filter(Boolean);
  return `${parts.join('-')}-${ENDS[format]}`;
}

function plain(part: string): string {
  const words = part
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return Array.from(words.replaceAll(/^-+|-+$/g, ''))
    .slice(0, PART_MAX)
    .join('');
}
