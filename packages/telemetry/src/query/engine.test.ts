import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_ON, folder, viewAt, writeDays } from '../../test/written.ts';
import { QueryEngine } from './engine.ts';
import { segmentFolders } from './parts.ts';

test(
  'without the guard the engine still opens nothing but the files of its view',
  { timeout: 30_000 },
  async () => {
    const place = folder();
    const written = await writeDays(place.path, 1);
    const folders = segmentFolders(written.root);
    const tempFolder = join(place.path, 'temp');
    mkdirSync(tempFolder);
    const limits = { memoryMb: 200, threads: 1, tempFolder, tempMb: 50 };
    const engine = await QueryEngine.of({ folders, view: viewAt(1) }, limits, null);
    const connection = await engine.connect([], 'all');
    const base = join(folders[0]!, 'http_activity.000.parquet');
    const issued = base.replace('.parquet', '.token-issued.parquet');
    const label = join(written.labelsRoot, '0000-0000/http_activity.000.parquet');
    expect(existsSync(issued) && existsSync(label)).toBe(true);
    const refused = [
      `SELECT * FROM read_parquet('${issued}')`,
      `SELECT * FROM read_parquet('${label}')`,
      `SELECT * FROM read_text('/etc/passwd')`,
      `SELECT * FROM glob('/etc/*')`,
      `COPY (SELECT 1) TO '${join(place.path, 'out.csv')}'`,
      `ATTACH '${join(place.path, 'x.duckdb')}'`,
      `SET memory_limit = '10GB'`,
      `SET enable_external_access = true`,
      `LOAD httpfs`,
    ];
    for (const sql of refused)
      await expect(connection.run(sql), sql).rejects.toThrow(/Permission|Cannot|disabled|locked/);
    const on = await QueryEngine.of(
      { folders, view: viewAt(1, { enrichments: ALL_ON }) },
      limits,
      engine,
    );
    expect(on).not.toBe(engine);
    const rows = await (
      await on.connect([], 'all')
    ).runAndReadAll(`SELECT count(*) FROM read_parquet('${issued}')`);
    expect(rows.getRowsJson()).toEqual([['20000']]);
    expect(
      await QueryEngine.of(
        { folders, view: viewAt(1, { enrichments: ALL_ON, retentionDays: 1 }) },
        limits,
        on,
      ),
    ).toBe(on);
    place.remove();
  },
);
