import type { SimTime } from '@dwell/core';
import type { ExercisePlan } from '../../../exercise/types.ts';
import { isSomebodyElse } from '../../../exercise/world/proposals.ts';
import type { ExerciseState } from '../../../exercise/world/state.ts';
import type { RecordCard } from '../../../router/exercise-types.ts';
import type { Command, CommandBody, ProposedAct, Reasons } from '../../../run/command.ts';
import type { DomainEvent } from '../../../run/frame.ts';
import type { Role } from '../../../scenario/roles.ts';
import type { Inject, Text } from '../../../scenario/types.ts';

export type Wording = { from: string; subject: Text; body: Text };

/** Who did something, in which role, when. */
export type Deed = { by: string; role: string; at: SimTime };

/** What the log says of one inject so far. */
export type InjectFacts = {
  sentAt: SimTime | null;
  metAt: SimTime | null;
  missedAt: SimTime | null;
  held: boolean;
  withdrawnAt: SimTime | null;
  /** By the facilitator's hand; null: as planned. */
  wording: Wording | null;
  to: readonly Role[] | null;
  channel: Inject['channel'] | null;
  movedTo: SimTime | null;
  /** First by each person in each role. */
  reads: readonly Deed[];
  answers: readonly (Deed & { option: string | null; text: string | null })[];
  hints: number;
};

export type Voice = Deed & { note: string | null };

export type ProposalFacts = Deed & {
  sequence: number;
  act: ProposedAct;
  reasons: Reasons;
  needs: readonly string[];
  agreed: readonly Voice[];
  objected: readonly Voice[];
  /** When the agreement that it needed was given; its own time when it needed none. */
  effectiveAt: SimTime | null;
  /** Code of the error that stopped it when its time came. */
  failed: string | null;
};

/** A document that is out, in whatever way it went. */
export type IssuedFacts = Deed & {
  sequence: number;
  rule: string | null;
  document: NonNullable<Extract<CommandBody, { do: 'file' }>['document']>;
};

/** What a team has done, folded from its world log and the events its world told. */
export type TeamFacts = {
  injects: ReadonlyMap<string, InjectFacts>;
  proposals: readonly ProposalFacts[];
  /** Options of decisions that took effect. */
  decided: ReadonlyMap<string, { option: string; at: SimTime }>;
  records: readonly RecordCard[];
  issued: readonly IssuedFacts[];
  declaredAt: SimTime | null;
  /** Each grows whenever what it names changes. */
  revisions: { inbox: number; proposals: number; record: number; documents: number };
};

const NOTHING: InjectFacts = {
  sentAt: null,
  metAt: null,
  missedAt: null,
  held: false,
  withdrawnAt: null,
  wording: null,
  to: null,
  channel: null,
  movedTo: null,
  reads: [],
  answers: [],
  hints: 0,
};

/** The facts of an inject; of one that nothing has happened to, too. */
export function injectFacts(facts: TeamFacts, id: string): InjectFacts {
  return facts.injects.get(id) ?? NOTHING;
}

/**
 * Folds a team's log and its world's events. `seen`, the latest look at the world, may be older than
 * both; it knows of what waits for a clock that stands still.
 */
export function teamFacts(
  commands: readonly Command[],
  events: readonly DomainEvent[],
  seen: ExerciseState | null = null,
): TeamFacts {
  const folder = new Folder();
  for (const event of events) folder.event(event);
  if (seen) folder.look(seen);
  for (const command of commands) folder.command(command);
  return folder.facts();
}

class Folder {
  readonly #injects = new Map<string, InjectFacts>();
  readonly #proposals = new Map<number, ProposalFacts>();
  readonly #records: RecordCard[] = [];
  readonly #issued: IssuedFacts[] = [];
  #declaredAt: SimTime | null = null;
  readonly #failed = new Map<number, string>();
  readonly #revisions = { inbox: 0, proposals: 0, record: 0, documents: 0 };

  facts(): TeamFacts {
    const proposals = [...this.#proposals.values()];
    const decided = new Map<string, { option: string; at: SimTime }>();
    for (const { act, effectiveAt, failed } of proposals) {
      if (
        act.do !== 'decide' ||
        effectiveAt === null ||
        failed !== null ||
        decided.has(act.decision)
      )
        continue;
      decided.set(act.decision, { option: act.option, at: effectiveAt });
    }
    return {
      injects: this.#injects,
      proposals,
      decided,
      records: this.#records,
      issued: this.#issued.sort((x, y) => x.at - y.at || x.sequence - y.sequence),
      declaredAt: this.#declaredAt,
      revisions: this.#revisions,
    };
  }

  event({ kind, at, values }: DomainEvent): void {
    if (!kind.startsWith('inject.')) return;
    const id = String(values['id']);
    const before = this.#inject(id);
    if (kind === 'inject.sent' && before.sentAt === null) this.#put(id, { sentAt: at });
    else if (kind === 'inject.met' && before.metAt === null) this.#put(id, { metAt: at });
    else if (kind === 'inject.missed' && before.missedAt === null) this.#put(id, { missedAt: at });
  }

  look({ injects, proposals }: ExerciseState): void {
    for (const [id, { sentAt, metAt, missedAt, withdrawnAt }] of Object.entries(injects)) {
      const before = this.#inject(id);
      const seen = {
        sentAt: before.sentAt ?? sentAt,
        metAt: before.metAt ?? metAt,
        missedAt: before.missedAt ?? missedAt,
        withdrawnAt,
      };
      const news = (['sentAt', 'metAt', 'missedAt', 'withdrawnAt'] as const).some(
        (what) => seen[what] !== before[what],
      );
      if (news) this.#put(id, seen);
    }
    for (const { sequence, failed } of proposals)
      if (failed !== null) this.#failed.set(sequence, failed);
  }

  command(command: Command): void {
    const { body, sequence, at, by, role } = command;
    const deed = { by, role, at };
    switch (body.do) {
      case 'read':
        this.#read(body.inject, deed);
        break;
      case 'answer': {
        const { inject, option = null, text = null } = body;
        const { answers } = this.#inject(inject);
        this.#read(inject, deed);
        this.#put(inject, { answers: [...answers, { ...deed, option, text }] });
        break;
      }
      case 'hint':
        this.#put(body.inject, { hints: this.#inject(body.inject).hints + 1 });
        break;
      case 'record':
        this.#revisions.record += 1;
        this.#records.push({ sequence, ...deed, entry: body.entry });
        break;
      case 'inject':
        this.#hand(body, at);
        break;
      case 'propose':
      case 'agree':
      case 'object':
        this.#proposal(command);
        break;
      default:
        this.#act(body, sequence, deed);
    }
  }

  #inject(id: string): InjectFacts {
    return this.#injects.get(id) ?? NOTHING;
  }

  #put(id: string, change: Partial<InjectFacts>): void {
    this.#revisions.inbox += 1;
    this.#injects.set(id, { ...this.#inject(id), ...change });
  }

  #read(id: string, deed: Deed): void {
    const { reads } = this.#inject(id);
    if (!reads.some(({ by, role }) => by === deed.by && role === deed.role))
      this.#put(id, { reads: [...reads, deed] });
  }

  #hand(body: Extract<CommandBody, { do: 'inject' }>, at: SimTime): void {
    const { inject, act } = body;
    const changes: Partial<InjectFacts> = {
      ...(body.wording ? { wording: body.wording } : {}),
      ...(body.to ? { to: body.to as readonly Role[] } : {}),
      ...(body.channel ? { channel: body.channel } : {}),
    };
    if (act === 'hold') this.#put(inject, { held: true });
    else if (act === 'release' || act === 'send') this.#put(inject, { held: false });
    else if (act === 'withdraw') this.#put(inject, { withdrawnAt: at });
    else if (act === 'move') this.#put(inject, { movedTo: body.at ?? null });
    else this.#put(inject, { ...changes, ...(body.at === undefined ? {} : { movedTo: body.at }) });
  }

  #proposal({ body, sequence, at, by, role }: Command): void {
    if (body.do === 'propose') {
      const { act, needs, reasons } = body;
      const proposal: ProposalFacts = {
        ...{ sequence, at, by, role, act, reasons, needs },
        agreed: [],
        objected: [],
        effectiveAt: null,
        failed: this.#failed.get(sequence) ?? null,
      };
      this.#keep(proposal, at);
    } else if (body.do === 'agree' || body.do === 'object') {
      const proposal = this.#proposals.get(body.proposal);
      if (!proposal) return;
      const voice = { by, role, at, note: body.note ?? null };
      const list = body.do === 'agree' ? 'agreed' : 'objected';
      this.#keep({ ...proposal, [list]: [...proposal[list], voice] }, at);
    }
  }

  /** Keeps a proposal as it stands, and lets its act take effect when nobody's agreement is missing. */
  #keep(proposal: ProposalFacts, at: SimTime): void {
    this.#revisions.proposals += 1;
    const settled = proposal.effectiveAt === null && isAgreed(proposal);
    this.#proposals.set(proposal.sequence, settled ? { ...proposal, effectiveAt: at } : proposal);
    if (!settled || proposal.failed !== null) return;
    const { by, role, sequence, act } = proposal;
    if (act.do !== 'decide') this.#act(act, sequence, { by, role, at });
  }

  #act(body: CommandBody | ProposedAct, sequence: number, deed: Deed): void {
    if (body.do === 'declare') this.#declaredAt ??= deed.at;
    const { document, rule } = documentOf(body);
    if (!document) return;
    this.#revisions.documents += 1;
    this.#issued.push({ ...deed, sequence, rule, document });
  }
}

function documentOf(body: CommandBody | ProposedAct) {
  if (body.do === 'issue') return { document: body.document, rule: null };
  if (body.do === 'file') return { document: body.document ?? null, rule: body.rule };
  return { document: null, rule: null };
}

/** Nobody is needed, or somebody other than the proposer has agreed in one of the roles. */
export function isAgreed({
  needs,
  by,
  role,
  agreed,
}: Pick<ProposalFacts, 'needs' | 'by' | 'role' | 'agreed'>): boolean {
  if (needs.length === 0) return true;
  return agreed.some((voice) => needs.includes(voice.role) && isSomebodyElse({ by, role }, voice));
}

/** The inject as planned, by id; null for one that the facilitator made. */
export function plannedInject(plan: ExercisePlan, id: string) {
  return plan.injects.find((inject) => inject.id === id) ?? null;
}
