/** Who is connected and when they last did something; in memory, for the people of one exercise. */
export class Presence {
  readonly #streams = new Map<string, number>();
  readonly #lastActWallMs = new Map<string, number>();
  readonly #onChange: () => void;

  /** `onChange` is called when somebody comes or goes, not at every act. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  of(person: string): { connected: boolean; lastActWallMs: number | null } {
    return {
      connected: (this.#streams.get(person) ?? 0) > 0,
      lastActWallMs: this.#lastActWallMs.get(person) ?? null,
    };
  }

  acted(person: string, wallMs: number): void {
    this.#lastActWallMs.set(person, wallMs);
  }

  /** Counts a stream of somebody's; returns what ends it. */
  connect(person: string): () => void {
    this.#count(person, 1);
    let open = true;
    return () => {
      if (open) this.#count(person, -1);
      open = false;
    };
  }

  #count(person: string, by: number): void {
    const before = this.#streams.get(person) ?? 0;
    this.#streams.set(person, before + by);
    if (before + by === 0) this.#streams.delete(person);
    if (before === 0 || before + by === 0) this.#onChange();
  }
}
