import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { badInput } from '@dwell/core';
import { writeFileAtomic } from './atomic-file.ts';
import type { RuleDraft, RuleDraftStore } from './ports.ts';

const FILE = /^([a-z0-9][a-z0-9-]{0,63})\.json$/;

/** Drafts of rules, a file each. */
export class FileRuleDrafts implements RuleDraftStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<RuleDraft[]> {
    const files = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    return files
      .filter((file) => FILE.test(file))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(this.#folder, file), 'utf8')) as RuleDraft);
  }

  async save(draft: RuleDraft): Promise<void> {
    writeFileAtomic(this.#path(draft.name), JSON.stringify(draft));
  }

  async remove(name: string): Promise<void> {
    rmSync(this.#path(name), { force: true });
  }

  #path(name: string): string {
    const file = `${name}.json`;
    if (!FILE.test(file)) {
      throw badInput(
        'RULE_NAME',
        'this name cannot be kept',
        name.slice(0, 64),
        'use lower-case letters, digits and hyphens',
      );
    }
    return join(this.#folder, file);
  }
}
