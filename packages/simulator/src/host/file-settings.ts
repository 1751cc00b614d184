import { existsSync, readFileSync } from 'node:fs';
import { writeFileAtomic } from './atomic-file.ts';
import { FIRST_SETTINGS } from './memory-settings.ts';
import type { InstanceSettings, SettingsStore } from './ports.ts';

/** Settings in a file. */
export class FileSettings implements SettingsStore {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async get(): Promise<InstanceSettings> {
    if (!existsSync(this.#path)) return FIRST_SETTINGS;
    const kept = JSON.parse(readFileSync(this.#path, 'utf8')) as Partial<InstanceSettings>;
    return { ...FIRST_SETTINGS, ...kept };
  }

  async update(change: Partial<InstanceSettings>): Promise<void> {
    writeFileAtomic(this.#path, JSON.stringify({ ...(await this.get()), ...change }));
  }
}
