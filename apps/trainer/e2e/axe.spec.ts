// Goal: every page can be read and used by everybody: in both languages, in every colour, without a
// mouse, on a small screen. A picture of each is kept for looking at.
import type { Page } from '@playwright/test';
import { raiseAlerts } from './support/alerts.ts';
import { whenDrivable } from './support/clock.ts';
import { keepsOut, speak, WHOLE } from './support/everybody.ts';
import { everyPage, visit } from './support/pages.ts';
import { makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

let runId = '';

test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: WHOLE });

test.beforeEach(async ({ api, watch }) => {
  watch.allow(/status of 404/);
  if (runId) return;
  runId = (await makeRun(api, { name: 'For everybody', start: MID_ATTACK })).id;
  await raiseAlerts(api, runId);
});

for (const language of ['en', 'ko']) {
  test(`no page keeps anybody out, in ${language}, in any colour, on a small screen`, async ({
    page,
    context,
    baseURL,
  }, info) => {
    test.setTimeout(300_000);
    await speak(context, baseURL!, language);
    const found: string[] = [];
    for (const each of everyPage(runId)) {
      await visit(page, each);
      found.push(...(await keepsOut(page, each.name, language, info)));
    }
    expect(found).toEqual([]);
  });
}

test('language and colours are chosen on the page, and kept', async ({ page }) => {
  await page.goto('/runs');
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await expect(
    page.getByRole('link', { name: '새 실행' }).or(page.locator('html[lang=ko]')).first(),
  ).toBeVisible();
  await page.locator('header button[aria-haspopup]').click();
  await page.getByRole('radio').nth(1).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('every page is reached from the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Go on as Mina' })).toBeVisible();
  await tabTo(page, 'Go on as Mina');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/exercises$/);
  await tabTo(page, 'Runs');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/runs$/);
  await expect(page.getByRole('link', { name: 'For everybody' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/runs\/new$/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('/runs');
  await expect(page.getByRole('link', { name: 'For everybody' })).toBeVisible();
  await tabTo(page, 'For everybody');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${runId}$`));
  await whenDrivable(page);

  for (const [keys, path] of [
    ['gh', '/hunt'],
    ['ga', '/alerts'],
    ['gd', '/rules'],
    ['gr', '/respond'],
    ['go', '/shop'],
    ['gs', ''],
  ] as const) {
    await page.keyboard.type(keys);
    await expect(page).toHaveURL(new RegExp(`${runId}${path}(\\?rule=.*)?$`));
  }
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help).toContainText('Step one hour');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('decl');
  await expect(page.getByRole('option', { name: /Declare an incident/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/response=declare/);
  await page.keyboard.type('gh');
  await expect(page.getByRole('combobox', { name: 'Query' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Query' })).toBeFocused();
  await page.keyboard.type('g s');
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue('g s');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await page.keyboard.type('jj');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/rec=1/);
  await page.keyboard.type('gl');
  await expect(page).toHaveURL(/\/runs$/);
});

test('whatever has the focus shows it', async ({ page }) => {
  test.setTimeout(120_000);
  const names = [
    'door',
    'sign-in',
    'runs',
    'new-run',
    'situation',
    'record',
    'sql',
    'decision',
    'alerts',
    'rules',
  ];
  for (const each of everyPage(runId).filter(({ name }) => [...names, 'shop'].includes(name))) {
    await visit(page, each);
    const seen = new Set<string>();
    for (let n = 0; n < 45; n++) {
      await page.keyboard.press('Tab');
      const at = await focusOf(page);
      if (at === null || seen.has(at.path)) break;
      seen.add(at.path);
      expect(at.visible, `${each.name}: ${at.path}`).toBe(true);
    }
    expect(seen.size, each.name).toBeGreaterThan(0);
  }
});

/** Presses Tab until the focus is on the link or button with this text. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (text.trim() === name) return;
  }
  throw new Error(`the focus never came to “${name}”`);
}

/** Where the focus is and whether an outline shows it; null when it has left the page. */
function focusOf(page: Page): Promise<{ path: string; visible: boolean } | null> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const path: string[] = [];
    for (let at: Element | null = node; at && at !== document.body; at = at.parentElement)
      path.unshift(`${at.tagName}:${[...(at.parentElement?.children ?? [])].indexOf(at)}`);
    // A radio or a check box is shown by its label around it.
    const shown = [node, node.closest('label')].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      const { width, height } = each.getBoundingClientRect();
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 1 && height > 1;
    });
    const named = `${node.textContent?.trim().slice(0, 40) ?? ''} ${node.getAttribute('aria-label') ?? ''}`;
    return { path: `${path.join('>')} ${named}`, visible: shown };
  });
}
