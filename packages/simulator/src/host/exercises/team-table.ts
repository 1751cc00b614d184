import type { SimTime } from '@dwell/core';
import type { ExercisePlan } from '../../exercise/types.ts';
import type { ConsoleSection, ConsoleSections } from '../../router/exercise-types.ts';
import type { RunHost } from '../run-host.ts';
import { type Audience, audienceKey } from './fold/audience.ts';
import { decisionsSection } from './fold/decisions.ts';
import { documentsSection } from './fold/documents.ts';
import { inboxSection } from './fold/inbox.ts';
import { chatSection, recordSection } from './fold/record.ts';
import { standingSection } from './fold/standing.ts';
import { type TeamFacts, teamFacts } from './fold/team-facts.ts';
import { markOf } from './told.ts';
import { WorldLook } from './world-look.ts';

/** A section as it is told; people of one audience share the object. */
export type Made<Section extends ConsoleSection = ConsoleSection> = {
  section: Section;
  value: ConsoleSections[Section];
  mark: string;
};

export type TeamSection = Exclude<ConsoleSection, 'room' | 'wash'>;

const TEAM_SECTIONS: readonly TeamSection[] = [
  'inbox',
  'decisions',
  'record',
  'chat',
  'documents',
  'clocks',
  'standing',
];

/** How long people wait for a world that has just been started. */
const CATCH_UP_MS = 5_000;

/** What a team's run tells, folded and made ready for its people; one a team and process. */
export class TeamTable {
  readonly host: RunHost;
  readonly plan: ExercisePlan;
  readonly look: WorldLook;
  #facts: TeamFacts | null = null;
  #factsOf: { commands: number; events: number; last: unknown; look: string } | null = null;
  readonly #made = new Map<string, Made & { revision: string }>();
  readonly #onChange: () => void;
  #unwatch: (() => void) | null = null;
  #woken = false;
  #told: Promise<void> | null = null;

  /** `onChange` is called after anything the run tells, while it is watched. */
  constructor(host: RunHost, plan: ExercisePlan, onChange: () => void) {
    this.host = host;
    this.plan = plan;
    this.#onChange = onChange;
    this.look = new WorldLook(host, onChange);
  }

  /** Follows the run, which keeps its world alive, or lets go of it. */
  watched(on: boolean): void {
    if (on === (this.#unwatch !== null)) return;
    if (on) {
      this.#unwatch = this.host.watch(() => {
        this.#wake();
        this.look.stale();
        this.#onChange();
      });
      this.#woken = false;
      this.#wake();
    } else {
      this.#unwatch?.();
      this.#unwatch = null;
      this.#told = null;
    }
  }

  /**
   * Waits, for seconds at most, until the world of a run that is looked at has told what has happened
   * so far: before that inboxes look empty. Nothing to wait for while there is no history.
   */
  told(): Promise<void> {
    if (this.host.record.build.state !== 'ready') return Promise.resolve();
    this.#told ??= this.#hear().catch(() => undefined);
    return this.#told;
  }

  async #hear(): Promise<void> {
    await this.host.world();
    await this.host.caughtUp(CATCH_UP_MS);
    await this.look.now();
  }

  /** Starts the world of a run that is looked at, once its history is there. */
  #wake(): void {
    if (this.#woken || this.host.record.build.state !== 'ready') return;
    this.#woken = true;
    void this.host.world().catch(() => undefined);
  }

  close(): void {
    this.watched(false);
    this.look.close();
  }

  get runId(): string {
    return this.host.record.id;
  }

  get now(): SimTime {
    return this.host.clock().now;
  }

  get facts(): TeamFacts {
    const { log, events } = this.host;
    const { revision: look, exercise } = this.look;
    const of = { commands: log.length, events: events.length, last: events.at(-1), look };
    const before = this.#factsOf;
    const same =
      before?.commands === of.commands &&
      before.events === of.events &&
      before.last === of.last &&
      before.look === look;
    if (!this.#facts || !same) {
      this.#facts = teamFacts(log, events, exercise?.state ?? null);
      this.#factsOf = of;
    }
    return this.#facts;
  }

  /** The sections of an audience as they stand; made again only when something in them may have changed. */
  sections(audience: Audience): readonly Made[] {
    return TEAM_SECTIONS.map((section) => this.#section(section, audience));
  }

  #section(section: TeamSection, audience: Audience): Made {
    const key = `${section} ${audienceKey(audience)}`;
    const revision = this.#revision(section);
    const before = this.#made.get(key);
    if (before?.revision === revision) return before;
    const value = this.#make(section, audience);
    const mark = markOf(JSON.stringify(value));
    const made = { section, value: before?.mark === mark ? before.value : value, mark, revision };
    this.#made.set(key, made);
    return made;
  }

  /** Changes whenever the section may have changed. */
  #revision(section: TeamSection): string {
    const { revisions } = this.facts;
    switch (section) {
      case 'inbox':
        return `${revisions.inbox}`;
      case 'record':
      case 'chat':
        return `${revisions.record}`;
      case 'decisions':
        return `${revisions.proposals} ${this.look.revision}`;
      case 'documents':
        return `${revisions.documents} ${this.look.revision}`;
      case 'clocks':
        return this.look.revision;
      case 'standing':
        return this.look.revision;
    }
  }

  #make(section: TeamSection, audience: Audience): ConsoleSections[TeamSection] {
    const { facts, plan, look } = this;
    switch (section) {
      case 'inbox':
        return inboxSection(plan, facts, audience);
      case 'record':
        return recordSection(facts);
      case 'chat':
        return chatSection(facts, audience);
      case 'decisions':
        return decisionsSection(plan, facts, audience, (id) => look.isOpen(id));
      case 'documents':
        return documentsSection(facts, (sequence) => look.findings(sequence));
      case 'clocks':
        return { declaredAt: facts.declaredAt, clocks: look.clocks };
      case 'standing':
        return standingSection(plan, look.exercise?.standing ?? null, audience);
    }
  }
}
