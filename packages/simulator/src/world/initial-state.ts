import { defaultControls, initialKeyRegister } from '@dwell/shop';
import type { AttackPlan } from '../attack/plan.ts';
import { initialExercise } from '../exercise/world/initial.ts';
import { emptyQueue } from '../kernel/timers.ts';
import type { Scenario } from '../scenario/types.ts';
import type { AttackerState, Totals, WorldState } from './state.ts';

function initialAttacker(plan: AttackPlan): AttackerState {
  const lanes = Array.from({ length: plan.lanes }, () => 0);
  return {
    mode: 'waiting',
    phase: 0,
    progress: lanes,
    testsDone: 0,
    testSubjects: 0,
    key: 1,
    moves: lanes.slice(),
    pace: 1000,
    slowedAt: null,
    closedAt: null,
    shutOutAt: null,
    planning: false,
    blockedLanes: [],
  };
}

function initialTotals(): Totals {
  return {
    accountsLost: 0,
    nonMembersLost: 0,
    missingTried: 0,
    views: { addressList: 0, addressEdit: 0, myInfo: 0, orderList: 0 },
    fields: {},
    attackRequests: 0,
    attackToday: 0,
    attackPeakDay: 0,
    firstServedAt: null,
    lastServedAt: null,
    sustainedAt: null,
    attackEndedAt: null,
    sources: [],
    lockedOutMilliHours: 0,
    lostMilliOrders: 0,
    extraMilliContacts: 0,
    spentWon: 0,
    records: {},
  };
}

/** The world at simulated time 0: the shop as the victim kept it, nothing taken yet. */
export function initialState(scenario: Scenario, seed: number, plan: AttackPlan): WorldState {
  return {
    tick: 0,
    recentSessions: Array.from({ length: 60 }, () => 0),
    recentKeys: Array.from({ length: 60 }, () => 1),
    timers: emptyQueue(),
    keys: initialKeyRegister({ seed, copyFollows: scenario.knobs['key.copy_follows'] === 1 }),
    redeployAskedAt: null,
    controls: defaultControls(),
    blocks: [],
    limits: [],
    denied: [],
    holds: [],
    enrichments: {},
    canaries: [],
    storm: null,
    notice: null,
    dayZeroAt: null,
    attacker: initialAttacker(plan),
    responses: [],
    awareness: {
      declaredAt: null,
      trueVerdictAt: null,
      buriedAt: null,
      verdicts: {},
      filed: {},
      peopleToldAt: null,
    },
    exercise: initialExercise(scenario),
    totals: initialTotals(),
  };
}
