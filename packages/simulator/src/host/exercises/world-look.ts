import { checkDocument } from '../../exercise/documents/check.ts';
import type { Finding } from '../../exercise/documents/types.ts';
import type { ExerciseView } from '../../exercise/world/view.ts';
import type { ExerciseClock } from '../../router/exercise-types.ts';
import type { RunHost } from '../run-host.ts';
import type { WorldView } from '../world-protocol.ts';
import type { InjectPlans } from './fold/desk-injects.ts';
import { Rounds } from './rounds.ts';

/** Looking at a world costs a message there and back: not more often than this. */
const LOOK_MS = 1_000;

/** The latest look at a team's world: clocks, harm, and what the checker makes of documents. */
export class WorldLook {
  readonly #host: RunHost;
  readonly #rounds: Rounds;
  readonly #onNews: () => void;
  readonly #findings = new Map<number, readonly Finding[]>();
  #view: WorldView | null = null;
  #json = '';
  #revision = 0;

  constructor(host: RunHost, onNews: () => void) {
    this.#host = host;
    this.#onNews = onNews;
    this.#rounds = new Rounds(() => void this.#take().catch(() => undefined), LOOK_MS);
  }

  /** The world may have changed; it is looked at when its turn comes. */
  stale(): void {
    if (this.#host.hasWorld) this.#rounds.ask();
  }

  /** Looks at once. */
  async now(): Promise<void> {
    await this.#take();
  }

  close(): void {
    this.#rounds.close();
  }

  /** Null before the first look. */
  get view(): WorldView | null {
    return this.#view;
  }

  get exercise(): ExerciseView | null {
    return this.#view?.exercise ?? null;
  }

  /** Changes whenever a look brought news. */
  get revision(): string {
    return String(this.#revision);
  }

  /** Strictest first. */
  get clocks(): readonly ExerciseClock[] {
    return this.#view?.exerciseClocks ?? [];
  }

  /** When an inject is going to be sent and is due, as the world has it; null when it does not say. */
  readonly injects: InjectPlans = (id) => this.exercise?.state.injects[id] ?? null;

  /** Can a decision be taken now, or has it been? Before the first look nothing can. */
  isOpen(decision: string): boolean {
    const { exercise } = this;
    if (!exercise) return false;
    return exercise.openDecisions.includes(decision) || decision in exercise.state.decisions;
  }

  /** What the checker makes of a document, knowing what was true and knowable when it went out. */
  findings(sequence: number): readonly Finding[] {
    const before = this.#findings.get(sequence);
    if (before) return before;
    const documents = this.exercise?.state.documents ?? [];
    const i = documents.findIndex((each) => each.sequence === sequence);
    const issued = documents[i];
    if (!issued) return [];
    const found = checkDocument(issued.document, issued.facts, documents.slice(0, i));
    this.#findings.set(sequence, found);
    return found;
  }

  async #take(): Promise<void> {
    const world = await this.#host.world();
    const view = await world.view();
    this.#view = view;
    const { truth, exercise } = view;
    // Facts move with every tick of an attack; what they bring is in the rest.
    const news = { truth, clocks: this.clocks, exercise: { ...exercise, facts: null } };
    const json = JSON.stringify(news);
    if (json === this.#json) return;
    this.#json = json;
    this.#revision += 1;
    this.#onNews();
  }
}
