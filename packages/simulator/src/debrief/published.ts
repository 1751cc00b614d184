import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { History } from '@dwell/scoring';
import type { PublishedRow } from '@dwell/scoring/report';
import { z } from 'zod';
import { parse } from 'yaml';
import { TEAM_FIGURES } from './team-figures.ts';

const Pair = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

const PublishedFile = z.strictObject({
  kind: z.literal('published-case'),
  rows: z.array(
    z.strictObject({
      id: z.enum(Object.keys(TEAM_FIGURES) as [keyof typeof TEAM_FIGURES]),
      title: Pair,
      published: Pair,
      grade: z.enum(['H', 'M', 'L', 'A']),
    }),
  ),
});

let rows: z.infer<typeof PublishedFile>['rows'] | null = null;

/** The published case row by row, each with what the team came to beside it. */
export function publishedRows(history: History): PublishedRow[] {
  rows ??= PublishedFile.parse(parse(readFileSync(publishedFile(), 'utf8'))).rows;
  return rows.map((row) => ({ ...row, team: TEAM_FIGURES[row.id](history) }));
}

/** Where the published figures are kept; the same from source and from the build. */
function publishedFile(): string {
  return fileURLToPath(new URL('../../debrief/published.yaml', import.meta.url));
}
