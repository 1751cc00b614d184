import { test as base } from '@playwright/test';
import { type Api, apiOf } from './api.ts';
import { type Watch, watchContext } from './watch.ts';

/**
 * A test whose browser must stay quiet: nothing thrown, no error on the console, no request to
 * anybody but the server. `api` asks the same server as the same person, for what no screen tells.
 */
export const test = base.extend<{ watch: Watch; api: Api }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = watchContext(context, baseURL!);
      await use(watch);
      expect(watch.problems()).toEqual([]);
    },
    { auto: true },
  ],
  api: async ({ context, baseURL }, use) => use(apiOf(baseURL!, await context.cookies())),
});

export const { expect } = test;
