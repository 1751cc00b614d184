import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** A test whose page must stay quiet: no error on the console, no request to anybody else. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
        // A refused query (400) or a history not built yet (412): the screens say so in words.
        const expected = /status of 4(00|12) /.test(message.text());
        if (message.type() === 'error' && !expected) problems.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL) problems.push(`asks ${origin}`);
      });
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** WCAG 2.2 AA as far as axe can judge it, once nothing is pale because it is being loaded. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expect(page.locator('.busy')).toHaveCount(0);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const said = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' | ')}`,
  );
  expect(said, what).toEqual([]);
}

/** Makes a run from the defaults, at the coarsest scale, and waits until its history is there. */
export async function newRun(page: Page, name: string): Promise<string> {
  await page.goto('/runs/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Scale', { exact: true }).selectOption('100000');
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled({ timeout: 90_000 });
  return page.url();
}

export { expect };
