// Goal: a certificate says what somebody did, and a class report puts first tries in no order.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleSource } from '../testing/sample-source.ts';
import { certificate } from './certificate.ts';
import { classReport } from './class-report.ts';
import { toDocx } from './docx/to-docx.ts';
import type { Paper } from './types.ts';

const said = ({ blocks }: Paper) => JSON.stringify(blocks);

const teams = () => {
  const source = sampleSource('en');
  return ['Zebra', 'Ant', 'Bee'].map((team, place) => ({
    ...source,
    team,
    score: { ...source.score, official: { ...source.score.official, points: 90 - place } },
  }));
};

test('a certificate names who, as what, and what they did, but not how the team scored', async () => {
  const paper = certificate(sampleSource('en'), 'ben');
  expect(paper.title).toContain('Ben Lee');
  expect(said(paper)).toContain('SOC lead, Forensics');
  expect(said(paper)).toMatch(/queries \d+ · proposals \d+/);
  expect(said(paper)).not.toContain('Official score');
  expect(Object.keys(unzipSync(await toDocx(paper)))).toContain('word/document.xml');
});

test('nobody who did not take part gets one', () => {
  for (const person of ['nobody', 'bot:written']) {
    expect(() => certificate(sampleSource('en'), person)).toThrow(
      expect.objectContaining({ code: 'NO_SUCH' }),
    );
  }
});

test('teams stand in the order of their names, whatever their points', () => {
  const paper = classReport(teams(), { title: 'Class 1', language: 'en' });
  const table = paper.blocks.find((block) => block.is === 'table');
  expect(table?.head).toEqual(['Objective', 'Ant', 'Bee', 'Zebra']);
  expect(said(paper)).not.toContain('"Place"');
});

test('places are told only where the template ranks', () => {
  const template = { name: 'standard', ranks: true };
  const class1 = { title: 'Class 1', language: 'en' as const };
  const rows = classReport(teams(), { ...class1, template }).blocks.flatMap((block) =>
    block.is === 'table' ? block.rows : [],
  );
  expect(rows.find(([title]) => title === 'Place')).toEqual(['Place', '2', '3', '1']);
  const first = classReport(teams(), { ...class1, template: { ...template, ranks: false } });
  expect(said(first)).not.toContain('"Place"');
  expect(said(first)).toContain('puts first-time classes in no order');
});

test('curves are drawn over each other only when it was the same run', () => {
  const [one, two, three] = teams();
  const charts = (paper: Paper) => paper.blocks.filter(({ is }) => is === 'chart');
  const how = { title: 'Class 1', language: 'ko' as const };
  expect(charts(classReport([one!, two!, three!], how))).toHaveLength(1);
  const other = { ...two!, run: { ...two!.run, seed: 43 } };
  expect(charts(classReport([one!, other], how))).toHaveLength(0);
  expect(said(classReport([], how))).toContain('아직 마친 팀이 없습니다');
});
