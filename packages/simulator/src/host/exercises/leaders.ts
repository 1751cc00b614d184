import { BotDriver } from './bots/bot-driver.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import type { Control } from './facilitate.ts';
import { Freezes } from './freezes.ts';
import type { ExerciseParts } from './parts.ts';
import { TeamClocks } from './team-clocks.ts';

type Led = { control: Control; bots: BotDriver };

/** What this process does by itself for each exercise it has open: alarms of freezes, bots in seats. */
export class Leaders {
  readonly #parts: ExerciseParts;
  readonly #led = new Map<ExerciseRoom, Led>();

  constructor(parts: ExerciseParts) {
    this.#parts = parts;
  }

  /** Takes an exercise in hand; nothing happens when it is already. */
  lead(room: ExerciseRoom): void {
    this.control(room);
  }

  control(room: ExerciseRoom): Control {
    const before = this.#led.get(room);
    if (before) return before.control;
    const { ports, wall } = this.#parts;
    const clocks = new TeamClocks(room, wall);
    const freezes = new Freezes(room, clocks, wall);
    const revoke = async (person: string) => ports.door?.revoke(room.id, person);
    const control = { room, clocks, freezes, revoke };
    this.#led.set(room, { control, bots: new BotDriver(room) });
    freezes.arm();
    return control;
  }

  forget(room: ExerciseRoom): void {
    const led = this.#led.get(room);
    led?.control.freezes.close();
    led?.bots.close();
    this.#led.delete(room);
  }

  stop(): void {
    for (const room of [...this.#led.keys()]) this.forget(room);
  }
}
