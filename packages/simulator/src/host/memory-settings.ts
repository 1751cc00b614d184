import type { InstanceSettings, SettingsStore } from './ports.ts';

/** An installation's settings before anybody has set one. */
export const FIRST_SETTINGS: InstanceSettings = { keepNamesDays: null };

/** Settings in memory. */
export class MemorySettings implements SettingsStore {
  #settings = FIRST_SETTINGS;

  async get(): Promise<InstanceSettings> {
    return this.#settings;
  }

  async update(change: Partial<InstanceSettings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
  }
}
