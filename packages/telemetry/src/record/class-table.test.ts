import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BASE_REQUIRED, OCSF_CLASSES } from './class-table.ts';

const path = process.env['DWELL_OCSF_SCHEMA'] ?? '';

type Reference = {
  classes: Record<
    string,
    {
      class_uid: number;
      category_uid: number;
      caption: string;
      constraints?: { at_least_one?: string[] };
      attributes: Record<
        string,
        {
          requirement?: string;
          profile?: string;
          enum?: Record<string, { caption: string } | string>;
        }
      >;
    }
  >;
};

test.skipIf(!existsSync(path))('the class table says what the OCSF 1.8.0 schema says', () => {
  const reference = JSON.parse(readFileSync(path, 'utf8')) as Reference;
  expect(OCSF_CLASSES.map((c) => c.name).sort()).toEqual(Object.keys(reference.classes).sort());
  for (const known of OCSF_CLASSES) {
    const theirs = reference.classes[known.name]!;
    const required = Object.entries(theirs.attributes)
      .filter(([, a]) => a.requirement === 'required' && a.profile === undefined)
      .map(([name]) => name);
    const activities = Object.entries(theirs.attributes['activity_id']!.enum!).map(([id, a]) => [
      id,
      typeof a === 'string' ? a : a.caption,
    ]);
    expect([theirs.class_uid, theirs.caption, theirs.category_uid]).toEqual([
      known.uid,
      known.caption,
      known.categoryUid,
    ]);
    expect(Object.fromEntries(activities), known.name).toEqual({ ...known.activities });
    expect(required.sort(), known.name).toEqual([...BASE_REQUIRED, ...known.required].sort());
    expect(theirs.constraints?.at_least_one ?? [], known.name).toEqual([...known.atLeastOne]);
  }
});

test('class numbers follow from their category', () => {
  for (const c of OCSF_CLASSES) expect(Math.floor(c.uid / 1000), c.name).toBe(c.categoryUid);
});
