import type { Locator, Page } from '@playwright/test';
import { detectionPages } from './detection-pages.ts';

/** A page as a visitor meets it: where it is, and what shows that it has all it waits for. */
export type Visit = {
  name: string;
  path: string;
  /** Language plays no part in finding it. */
  ready: (page: Page) => Locator;
  /** What a visitor does next, such as opening something over the page. */
  next?: (page: Page) => Promise<void>;
};

const heading = (page: Page) => page.locator('h1').first();

/** Every page of the trainer, of a run in the middle of the attack, with what opens on it. */
export function everyPage(runId: string): readonly Visit[] {
  const run = `/runs/${runId}`;
  return [...OUTSIDE, ...screensOf(run), ...detectionPages(run)];
}

const OUTSIDE: readonly Visit[] = [
  { name: 'door', path: '/', ready: heading },
  { name: 'sign-in', path: '/sign-in', ready: (page) => page.locator('input[type=password]') },
  { name: 'runs', path: '/runs', ready: (page) => page.locator('tbody a').first() },
  {
    name: 'new-run',
    path: '/runs/new',
    ready: (page) => page.locator('section dd', { hasText: /≈ \d/ }),
  },
  { name: 'no-such-run', path: '/runs/none', ready: heading },
  { name: 'nowhere', path: '/nowhere', ready: heading },
  {
    name: 'colours',
    path: '/runs',
    ready: heading,
    next: (page) => page.locator('header button[aria-haspopup]').click(),
  },
];

function screensOf(run: string): readonly Visit[] {
  const drawer = (page: Page) => page.locator('aside dl, aside section').first();
  const charts = (page: Page) => page.locator('svg[role=img] path').nth(5);
  return [
    { name: 'situation', path: run, ready: charts },
    {
      name: 'event',
      path: run,
      ready: charts,
      next: (page) => page.locator('ol button').first().click(),
    },
    {
      name: 'hunt',
      path: `${run}/hunt`,
      ready: (page) => page.locator('[role=row] [role=cell]').first(),
    },
    { name: 'record', path: `${run}/hunt?rec=0`, ready: drawer },
    {
      name: 'unreadable-query',
      path: `${run}/hunt?q=endpoint%3A(`,
      ready: (page) => page.locator('main [role=alert]'),
    },
    {
      name: 'sql',
      path: `${run}/hunt?mode=sql&sql=SELECT+endpoint%2C+count(*)+AS+n+FROM+http_activity+GROUP+BY+1`,
      ready: (page) => page.locator('[role=row] [role=cell]').first(),
    },
    {
      name: 'respond',
      path: `${run}/respond`,
      ready: (page) => page.locator('nav li button').nth(9),
    },
    {
      name: 'decision',
      path: `${run}/respond?response=rotate-key`,
      ready: (page) => page.locator('figure li').nth(3),
    },
    {
      name: 'declaration',
      path: `${run}/respond?response=declare`,
      ready: (page) => page.locator('article textarea'),
    },
    { name: 'shop', path: `${run}/shop`, ready: (page) => page.locator('tbody tr').nth(10) },
    {
      name: 'customer',
      path: `${run}/shop?member=40000001`,
      ready: (page) => page.locator('aside p, aside dl').first(),
    },
    {
      name: 'palette',
      path: run,
      ready: charts,
      next: (page) => page.keyboard.press('Control+k'),
    },
    { name: 'keys', path: run, ready: charts, next: (page) => page.keyboard.press('?') },
  ];
}

/** Opens a page and waits until nothing of it is still being loaded. */
export async function visit(page: Page, { path, ready, next }: Visit): Promise<void> {
  await page.goto(path);
  await ready(page).waitFor({ timeout: 30_000 });
  await page.waitForFunction(() => document.querySelectorAll('.busy').length === 0);
  await next?.(page);
}
