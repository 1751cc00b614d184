import type { ExerciseRoom } from './exercise-room.ts';
import type { Control } from './facilitate.ts';
import { Freezes } from './freezes.ts';
import type { ExerciseParts } from './parts.ts';
import { TeamClocks } from './team-clocks.ts';

/** What this process does by itself for each exercise it has open: alarms of freezes, bots in seats. */
export class Leaders {
  readonly #parts: ExerciseParts;
  readonly #led = new Map<ExerciseRoom, Control>();

  constructor(parts: ExerciseParts) {
    this.#parts = parts;
  }

  /** Takes an exercise in hand; nothing happens when it is already. */
  lead(room: ExerciseRoom): void {
    this.control(room).freezes.arm();
  }

  control(room: ExerciseRoom): Control {
    const before = this.#led.get(room);
    if (before) return before;
    const { ports, wall } = this.#parts;
    const clocks = new TeamClocks(room, wall);
    const freezes = new Freezes(room, clocks, wall);
    const revoke = async (person: string) => ports.door?.revoke(room.id, person);
    const control = { room, clocks, freezes, revoke };
    this.#led.set(room, control);
    return control;
  }

  forget(room: ExerciseRoom): void {
    this.#led.get(room)?.freezes.close();
    this.#led.delete(room);
  }

  stop(): void {
    for (const room of [...this.#led.keys()]) this.forget(room);
  }
}
