import type { Page } from '@playwright/test';
import type { Visit } from './pages.ts';

const alertLine = (page: Page) => page.locator('main li button').first();
const ruleLine = (page: Page) => page.locator('.cm-line').nth(8);

/** The pages of rules and alerts, of a run in which `raiseAlerts` has raised some. */
export function detectionPages(run: string): readonly Visit[] {
  return [
    {
      name: 'alerts',
      path: `${run}/alerts`,
      ready: alertLine,
    },
    {
      name: 'alert',
      path: `${run}/alerts`,
      ready: alertLine,
      next: async (page) => {
        await alertLine(page).click();
        await page.locator('aside [role=table]').waitFor();
      },
    },
    {
      name: 'verdict',
      path: `${run}/alerts`,
      ready: alertLine,
      next: async (page) => {
        await page.locator('main li input[type=checkbox]').first().check();
        await page.keyboard.press('f');
      },
    },
    {
      name: 'no-alerts',
      path: `${run}/alerts?q=nothing`,
      ready: (page) => page.locator('main p').first(),
    },
    {
      name: 'rules',
      path: `${run}/rules`,
      ready: ruleLine,
    },
    {
      name: 'backtest',
      path: `${run}/rules?rule=not-found`,
      ready: ruleLine,
      next: async (page) => {
        await page.locator('.cm-content').press('Control+Enter');
        await page.locator('svg[role=img] rect').first().waitFor();
      },
    },
    {
      name: 'new-rule',
      path: `${run}/rules`,
      ready: ruleLine,
      next: async (page) => {
        await page.keyboard.press('c');
        await page.locator('.cm-content', { hasText: 'my-rule' }).press('Control+End');
        await page.keyboard.type('level: loud');
        await page.locator('.cm-lint-marker-error').first().waitFor();
      },
    },
  ];
}
