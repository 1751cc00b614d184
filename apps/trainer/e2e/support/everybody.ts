import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page, TestInfo } from '@playwright/test';
import { expect } from './test.ts';

export const WHOLE = { width: 1440, height: 900 };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules about what things are called and in which language. */
const NAMES = [
  'html-has-lang',
  'html-lang-valid',
  'document-title',
  'page-has-heading-one',
  'button-name',
  'link-name',
  'label',
  'select-name',
  'svg-img-alt',
  'aria-command-name',
  'aria-input-field-name',
  'aria-toggle-field-name',
  'aria-dialog-name',
  'aria-progressbar-name',
];

/** Pages speak this language from then on. */
export const speak = (context: BrowserContext, origin: string, language: string) =>
  context.addCookies([{ name: 'dwell-language', value: language, url: origin }]);

const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

async function violationsOf(page: Page, builder: AxeBuilder, where: string): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where} · ${id} · ${node.target.join(' ')} · ${page.url()}`),
  );
}

/** What sticks out of a small screen sideways. */
async function tooWide(page: Page, where: string): Promise<string[]> {
  await page.setViewportSize({ width: 1024, height: 768 });
  const over = await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    return [document.documentElement, document.querySelector('main')!]
      .filter((node) => node.scrollWidth > node.clientWidth)
      .map((node) => `${node.tagName} ${node.scrollWidth} > ${node.clientWidth}`);
  });
  await page.setViewportSize(WHOLE);
  return over.map((text) => `${where}: ${text}`);
}

const FULL = ['situation', 'alert', 'record', 'backtest', 'decision', 'shop', 'colours'];
const LOOKING_BACK = ['debrief', 'ratings', 'class'];

/** High contrast only widens what light and dark keep apart: a few pages with all there is on them. */
const themesOf = (name: string) =>
  [...FULL, ...LOOKING_BACK].includes(name) ? ['light', 'contrast'] : ['light'];

/** Keeps a picture of the page as it is, for looking at; a build has nobody who looks. */
async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  if (process.env['CI']) return;
  const path = join(info.project.outputDir, 'screens', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  await info.attach(name, { path, contentType: 'image/png' });
}

/**
 * What on an open page keeps anybody out: in this language, in any colour, on a small screen. Pictures
 * of it are kept.
 */
export async function keepsOut(
  page: Page,
  name: string,
  language: string,
  info: TestInfo,
): Promise<string[]> {
  const found: string[] = [];
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByText('undefined', { exact: true })).toHaveCount(0);
  await expect(page.getByText(/\bNaN\b/)).toHaveCount(0);
  // Structure is the same in every language; names are not.
  const all = language === 'en' ? axe(page).withTags(TAGS) : axe(page).withRules(NAMES);
  found.push(...(await violationsOf(page, all, `${name}, ${language}`)));
  await picture(page, info, `${name}-${language}-dark`);
  // Colours are all that a theme changes, and no language changes them.
  for (const theme of language === 'en' ? themesOf(name) : []) {
    await page.evaluate((next) => (document.documentElement.dataset['theme'] = next), theme);
    const contrast = axe(page).withRules(['color-contrast', 'link-in-text-block']);
    found.push(...(await violationsOf(page, contrast, `${name}, ${theme}`)));
    if (theme === 'light') await picture(page, info, `${name}-${language}-${theme}`);
  }
  found.push(...(await tooWide(page, name)));
  return found;
}
