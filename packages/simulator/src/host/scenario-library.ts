import { withOverrides } from '../scenario/knob-values.ts';
import { loadScenario, shippedScenarios } from '../scenario/load.ts';
import { withKnobs } from '../scenario/normalise.ts';
import type { Scenario } from '../scenario/types.ts';

/** The shipped scenarios, each read once: reading one takes too long for the thread that serves people. */
export class ScenarioLibrary {
  readonly #loaded = new Map<string, Scenario>();

  names(): string[] {
    return shippedScenarios();
  }

  /** A shipped scenario, with knobs turned. Errors: `NO_SUCH`, `KNOB`. */
  get(name: string, knobs: Readonly<Record<string, number>> = {}): Scenario {
    let scenario = this.#loaded.get(name);
    if (!scenario) {
      scenario = loadScenario(name);
      this.#loaded.set(name, scenario);
    }
    if (Object.keys(knobs).length === 0) return scenario;
    return withKnobs(scenario, withOverrides(scenario.knobs, knobs, 'knobs'));
  }

  /** Reads them all, one at a time, leaving room for other work in between. */
  async warm(): Promise<void> {
    for (const name of this.names()) {
      this.get(name);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
