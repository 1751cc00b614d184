import { DAY_MS, type SimTime, toIso } from '@dwell/core/time';
import { stringify } from 'yaml';
import type { History } from '../../history.ts';
import type { Improvement } from '../../improvement.ts';
import type { ReportSource } from '../types.ts';
import { wordsOf } from '../words/words.ts';
import { alertingNames } from './alerting-names.ts';
import { SENTINEL, SENTINEL_NAME } from './sentinel.ts';
import { WORKFLOW } from './workflow.ts';

/** What lessons are made from: a report's source has all of it. */
export type LessonSource = Pick<ReportSource, 'language' | 'improvements' | 'run'> & {
  history: Pick<History, 'calendar' | 'rules' | 'outcome'>;
};

type Carried = Improvement & { carries: NonNullable<Improvement['carries']> };
type Lesson = { item: Carried; slug: string };

/** Letters, digits and hyphens of a name, each name once. */
function slugs(items: readonly Carried[]): Lesson[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const plain = item.carries.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const stem = plain || item.carries.kind;
    let slug = stem;
    for (let n = 2; taken.has(slug); n++) slug = `${stem}-${n}`;
    taken.add(slug);
    return { item, slug };
  });
}

/** The day after the one on which a rule alerted: a later first alert is a step back. */
function dayAfter({ history }: LessonSource, at: SimTime): string {
  return toIso(history.calendar, at + DAY_MS).slice(0, 10);
}

function header({ run }: LessonSource) {
  return {
    kind: 'expectations',
    scenario: run.scenario,
    scale: `1:${run.scale}`,
    seeds: [run.seed],
  };
}

const yaml = (comment: string, value: unknown) =>
  `${comment
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n')}\n${stringify(value, { lineWidth: 0 })}`;

/** What every carried rule must still do: alert on this seed, and no later than it did. */
function ruleExpectations(source: LessonSource, rules: readonly Lesson[]): string {
  const names = rules.flatMap(({ item }) => {
    const own = alertingNames(item.carries.text);
    return own.length > 0 ? own : [item.carries.name];
  });
  const expect = [...new Set(names)].map((rule) => {
    const known = source.history.rules.find((each) => each.rule === rule);
    const first = known?.holds ? known.firstAt : null;
    return {
      rule,
      at_least: 1,
      ...(first !== null && { first_alert_before: dayAfter(source, first) }),
    };
  });
  return yaml(wordsOf(source.language).lessons.rulesFile, {
    ...header(source),
    enrichments: 'all',
    rules: '../rules',
    unexpected: 'ignore',
    expect,
  });
}

/** A carried playbook may not lose more on this seed than the team did. */
function playbookExpectations(
  source: LessonSource,
  { item, slug }: Lesson,
  rules: readonly Lesson[],
): string {
  const waits = rules.filter((rule) =>
    alertingNames(rule.item.carries.text).some((name) => item.carries.text.includes(name)),
  );
  return yaml(wordsOf(source.language).lessons.playbookFile, {
    ...header(source),
    playbook: `../playbooks/${slug}.yaml`,
    enrichments: 'none',
    rules: [
      'shipped',
      '../checks/accounts-lost.yml',
      ...waits.map((rule) => `../rules/${rule.slug}.yml`),
    ],
    unexpected: 'ignore',
    expect: [
      {
        rule: SENTINEL_NAME,
        exactly: 0,
        max_records_lost: Math.round(source.history.outcome.accountsLost),
      },
    ],
  });
}

function readme(source: LessonSource, lessons: readonly Lesson[], folders: string): string {
  const { lessons: words } = wordsOf(source.language);
  const folder = ({ item, slug }: Lesson) =>
    item.carries.kind === 'rule' ? `rules/${slug}.yml` : `playbooks/${slug}.yaml`;
  // People's words stand in a block of their own, where nothing in them is read as markup.
  const list = lessons.map((lesson) => {
    const text = lesson.item.text.trim().replace(/\s+/g, ' ');
    return `- \`${folder(lesson)}\`\n\n      ${text}\n`;
  });
  const { run } = source;
  return `# ${words.title}\n\n${words.about(run.scenario, String(run.seed), String(run.scale))}\n\n${list.join('\n')}\n${words.use(folders)}\n`;
}

/**
 * The improvements that carry a rule or a playbook as files by path, for `dwell lint` and `dwell test`:
 * rules, playbooks, what each must achieve on this seed, a workflow for a build server. Null when no
 * improvement carries anything, or those that do were dropped.
 */
export function regressionFiles(source: LessonSource): Record<string, string> | null {
  const carried = source.improvements.filter(
    (each): each is Carried => each.carries !== null && each.status !== 'dropped',
  );
  if (carried.length === 0) return null;
  const lessons = slugs(carried);
  const rules = lessons.filter(({ item }) => item.carries.kind === 'rule');
  const playbooks = lessons.filter(({ item }) => item.carries.kind === 'playbook');
  const files: Record<string, string> = {
    '.gitignore': 'node_modules/\n.dwell-cache/\njunit.xml\n',
  };
  for (const { item, slug } of rules) files[`rules/${slug}.yml`] = item.carries.text;
  for (const { item, slug } of playbooks) files[`playbooks/${slug}.yaml`] = item.carries.text;
  if (rules.length > 0) files['expectations/rules.yml'] = ruleExpectations(source, rules);
  for (const lesson of playbooks) {
    const path = `expectations/playbook-${lesson.slug}.yml`;
    files[path] = playbookExpectations(source, lesson, rules);
  }
  if (playbooks.length > 0) files['checks/accounts-lost.yml'] = SENTINEL;
  const folders = ['rules', 'playbooks', 'checks', 'expectations'].filter((folder) =>
    Object.keys(files).some((path) => path.startsWith(`${folder}/`)),
  );
  const linted = folders.join(' ');
  files['.github/workflows/lessons.yml'] = WORKFLOW.replace('LINTED', linted);
  return { 'README.md': readme(source, lessons, linted), ...files };
}
