// Goal: every page, in both languages and in light and dark, comes up whole and without complaint;
// the pictures are kept for looking at.
import { join } from 'node:path';
import { raiseAlerts } from './support/alerts.ts';
import { everyPage, visit } from './support/pages.ts';
import { makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

let runId = '';

test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1440, height: 900 } });

for (const language of ['en', 'ko']) {
  test(
    `pictures of every page, in ${language}`,
    { tag: '@screens' },
    async ({ page, context, api, baseURL, watch }, info) => {
      test.setTimeout(180_000);
      // The pages that say that there is nothing are asked for on purpose.
      watch.allow(/status of 404/);
      if (!runId) {
        runId = (await makeRun(api, { name: 'Pictures', start: MID_ATTACK })).id;
        await raiseAlerts(api, runId);
      }
      await context.addCookies([{ name: 'dwell-language', value: language, url: baseURL! }]);
      for (const each of everyPage(runId)) {
        await visit(page, each);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByText('undefined', { exact: true })).toHaveCount(0);
        await expect(page.getByText('NaN')).toHaveCount(0);
        for (const theme of ['dark', 'light']) {
          await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
          const name = `${each.name}-${language}-${theme}.png`;
          const path = join(info.project.outputDir, 'screens', name);
          await page.screenshot({ path, animations: 'disabled' });
          await info.attach(name, { path, contentType: 'image/png' });
        }
      }
    },
  );
}
