import type {
  BlastRadius,
  ResponseInfo,
  ResponseParams,
  ResponseState,
} from '../response/types.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { KnobSpec } from '../scenario/knobs.ts';
import type { Text } from '../scenario/types.ts';

/** A scenario as its card shows it. */
export type ScenarioCard = {
  name: string;
  title: Text;
  summary: Text;
  days: number;
  from: string;
  to: string;
  starts: { campaign: string; crisis: string };
  techniques: readonly { id: string; name: string }[];
  /** Relative attack speed at equal steps of the run, 0–100, for the drawing on the card. Instructors only. */
  shape?: readonly number[];
  knobs: Readonly<Record<string, KnobSpec>>;
};

export type Estimate = {
  records: number;
  bytes: number;
  buildSeconds: number;
  fits: boolean;
  freeBytes: number;
};

export type RunStart = 'campaign' | 'crisis' | (string & {});

export type CreateRun = {
  name: string;
  scenario: string;
  seed: number;
  scale: number;
  start: RunStart;
  knobs?: Readonly<Record<string, number>>;
};

export type Speed = 1 | 10 | 60 | 600 | 3600 | 10_000 | 36_000 | 100_000;

/** The clock as every node computes it: simulated time = anchorSim + (wall − anchorWallMs) × speed while playing. */
export type ClockView = {
  state: 'building' | 'paused' | 'playing' | 'ended';
  speed: number;
  anchorSim: number;
  anchorWallMs: number;
  /** How far the world has really got. */
  now: number;
  /** The world cannot keep up and the clock has slowed by itself. */
  slowed: boolean;
};

export type BuildView = {
  state: 'waiting' | 'running' | 'ready' | 'failed' | 'cancelled';
  /** 0–1 */
  progress: number;
  secondsLeft: number | null;
  records: number;
  error?: { what: string; where: string; todo: string };
};

/** A run in a list or at the head of a screen. Times are simulated ms unless they say wall. */
export type RunRow = {
  id: string;
  name: string;
  scenario: string;
  scenarioTitle: Text;
  seed: number;
  scale: number;
  engine: string;
  createdAtWallMs: number;
  /** Where the exercise starts; what lies before is history. */
  startAt: number;
  endAt: number;
  calendar: { startMs: number; offsetMinutes: number };
  clock: ClockView;
  build: BuildView;
  parent: { runId: string; at: number } | null;
  checksum: string | null;
};

/** Legal clocks, strictest first; `dueAt` is in simulated time and no exercise clock control moves it. */
export type LegalClockView = {
  rule: string;
  title: Text;
  startsAt: number | null;
  dueAt: number | null;
  metAt: number | null;
};

export type Situation = {
  run: RunRow;
  /** The latest hour frames' sums since the exercise started; truth only for instructors. */
  totals: {
    requests: number;
    errors: number;
    orders: number;
    lostOrders: number;
    contacts: number;
    /** Won; null for who does not see money. */
    cost: number | null;
    lockedOut: number;
  };
  truth?: { accountsLost: number; attackRequests: number; attackerState: string };
  responses: readonly ResponseState[];
  gateway: readonly GateView[];
  clocks: readonly LegalClockView[];
};

export type GateView = { check: string; on: boolean; refusedLastHour: number };

/** What was sent to a role, as it was worded; only ever of something that has been sent. */
export type InjectText = { from: string; subject: Text; body: Text };

/** A domain event as screens get it: one that sent something carries the wording beside its values. */
export type RunEvent = DomainEvent & { inject?: InjectText };

/** Messages of the one multiplexed stream of a run. `id` of the tracked event resumes it. */
export type LiveMessage =
  | { kind: 'clock'; clock: ClockView }
  | { kind: 'build'; build: BuildView }
  | { kind: 'hours'; hours: readonly HourFrame[] }
  | { kind: 'events'; events: readonly RunEvent[] }
  | { kind: 'responses'; responses: readonly ResponseState[] }
  /** Alerts that are new or have changed. `reset`: alerts told before are void, these come first. */
  | { kind: 'alerts'; alerts: readonly AlertRow[]; reset?: true };

export type ResponseCard = ResponseInfo & { available: boolean; reason?: string };
export type ResponsePreview = {
  info: ResponseInfo;
  params: ResponseParams;
  leadMs: number;
  priceWon: number;
  effectiveAt: number;
  blast: BlastRadius;
  /** What the blast radius is part of. */
  totals: ShopTotals;
};

/** Full-scale sizes of the run's shop on a mean day. */
export type ShopTotals = {
  members: number;
  dailyUsers: number;
  ordersPerDay: number;
  contactsPerDay: number;
  verifiers: number;
};

/** A hunt over the logs as of the run's simulated time (retention and holds applied). */
export type HuntQuery = {
  runId: string;
  table: string;
  /** The query bar's text, such as `endpoint:my_info status:>=400`. Empty means everything. */
  query: string;
  /** Simulated ms; default: the last simulated day. */
  from?: number;
  to?: number;
};
export type Cell = string | number | boolean | null;
export type HuntRows = {
  columns: readonly { name: string; type: string }[];
  rows: readonly (readonly Cell[])[];
  total: number | null;
  truncated: boolean;
  elapsedMs: number;
  cursor: string | null;
};
/** A hunt that ships with the simulator; texts are as its file words them. */
export type SavedHunt = {
  name: string;
  title: string;
  hypothesis: string | null;
  technique: string | null;
  sql: string;
};
export type Histogram = { from: number; stepMs: number; counts: readonly number[] };
export type Facet = {
  field: string;
  distinct: number;
  top: readonly { value: Cell; count: number }[];
};

export type KeyCard = {
  kid: string;
  algorithm: string;
  state: 'active' | 'retiring' | 'withdrawn';
  owner: string;
  createdAt: number;
  rotatedAt: number | null;
  custodians: readonly string[];
  readers: readonly string[];
  copies: readonly { id: string; place: string; removed: boolean }[];
};
/** A table that hunts see. A column with `enrichment` is empty until that control is bought: `on` says whether it is. */
export type HuntTable = {
  name: string;
  columns: readonly {
    name: string;
    type: string;
    enrichment?: string;
    on?: boolean;
    values?: readonly string[];
  }[];
};

/** Hour frames, thinned: each frame sums `binHours` hours (levels such as `cost` are the last of them). */
export type HoursView = { binHours: number; frames: readonly HourFrame[] };

export type StaffCard = {
  id: string;
  name: string;
  nameKo: string;
  department: string;
  role: string;
  manager: string | null;
  joinedAt: number;
  leftAt: number | null;
};
export type CustomerCard = {
  number: number;
  status: 'active' | 'dormant' | 'withdrawn';
  name: string;
  email: string;
  phone: string;
  addresses: readonly {
    label: string;
    line: string;
    recipient: string;
    phone: string;
    doorCode: string;
    nonMember: boolean;
  }[];
  orders: readonly {
    id: string;
    placedAt: number;
    items: readonly { name: string; quantity: number; priceWon: number }[];
    totalWon: number;
  }[];
};

/** A row of the customer list: one of the seeded working set. */
export type CustomerRow = {
  number: number;
  status: CustomerCard['status'];
  name: string;
  email: string;
  phone: string;
  orders: number;
};
export type CustomerPage = {
  rows: readonly CustomerRow[];
  total: number;
  page: number;
  pageSize: number;
};
export type CatalogueCard = { id: string; name: string; category: string; priceWon: number };

/** A rule as its list shows it. One a name: a person's own text takes the place of the shipped one's. */
export type RuleCard = {
  /** Sigma `name`: what alerts and expectations call it. */
  name: string;
  title: string;
  level: 'informational' | 'low' | 'medium' | 'high' | 'critical' | null;
  /** ATT&CK, such as `T1606`. */
  techniques: readonly string[];
  description: string | null;
  falsePositives: readonly string[];
  /** Kept to show how the obvious fails. */
  teaching: boolean;
  origin: 'shipped' | 'own';
  /** YAML, all documents of the rule. */
  text: string;
  state: 'library' | 'deploying' | 'deployed' | 'retired';
  /** When it starts to look, or started to; null unless it was deployed. */
  effectiveAt: number | null;
  /** Command that deployed it, for taking it back while its lead time runs. */
  sequence: number | null;
  /** Alerts so far in this run. */
  alerts: number;
  lastAlertAt: number | null;
  /** Controls whose columns it reads and that are not on: it sees nothing there until they are. */
  needs: readonly string[];
};

/** Something wrong with a rule's text, by place. */
export type RuleProblem = {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
  line: number;
  column: number;
};

/** What a rule would have done over the logs that can be seen. */
export type Backtest = {
  from: number;
  to: number;
  /** Every local day of the window, in order. */
  days: readonly { day: string; at: number; alerts: number; events: number }[];
  alerts: number;
  /** Records (or moments, of a correlation) at which it holds. */
  events: number;
  firstAt: number | null;
  /** Largest groups first, ten at most. */
  groups: readonly { group: Readonly<Record<string, string>>; alerts: number; events: number }[];
  /** Newest records it holds at, twenty at most. */
  samples: HuntRows;
  /** Analyst minutes to judge the alerts of a mean day of the window. */
  minutesPerDay: number;
  elapsedMs: number;
  /** Instructors only. */
  truth?: { truePositives: number; falsePositives: number; precision: number | null };
};

export type DeployPreview = {
  leadMs: number;
  priceWon: number;
  effectiveAt: number;
  needs: readonly string[];
  /** Whether another text of the same name is replaced. */
  replaces: boolean;
};

export type Verdict = 'true' | 'false' | 'benign';

/** One alert: a rule held for a group, and has not been false for a timespan since. */
export type AlertRow = {
  /** `rule/n`, stable in a run. */
  id: string;
  rule: string;
  title: string;
  level: RuleCard['level'];
  techniques: readonly string[];
  group: Readonly<Record<string, string>>;
  firstAt: number;
  lastAt: number;
  /** Records or moments at which the rule held. */
  events: number;
  /** Why, as a sentence by stable code with its values. */
  reason: { code: string; values: Readonly<Record<string, string | number>> };
  /** Still going on: a further event would belong to it. */
  active: boolean;
  verdict: Verdict | null;
  verdictNote: string | null;
  verdictBy: string | null;
  verdictAt: number | null;
  assignedTo: string | null;
  /** What goes on behind a verdict of false or benign is not shown again before this; null: it is shown. */
  quietUntil: number | null;
  /** Instructors only: an attack record lies behind it. */
  truth?: { attack: boolean };
};

export type AlertRecords = {
  table: string;
  /** What finds them again on the hunt screen. */
  query: string;
  from: number;
  to: number;
  rows: HuntRows;
};
