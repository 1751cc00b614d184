import { DAY_MS, HOUR_MS, MINUTE_MS, TICK_MS } from '@dwell/core';
import { LEAVER_ID, keyId, staffAddress, type StaffMember } from '@dwell/shop';
import { BULK_ISSUED_TICK, BULK_PRINCIPAL } from '../attack/bulk-token.ts';
import { schedule, type TimerData } from '../kernel/timers.ts';
import { addRecords } from '../world/tally.ts';
import type { WorldApi } from '../world/world-api.ts';

const WEEK_MS = 7 * DAY_MS;
/** The first vault read of the deployment pipeline; one a week follows. */
const FIRST_DEPLOY_MS = 2 * DAY_MS + 10 * HOUR_MS;
/** The first key drill; one every thirteen weeks follows. */
const FIRST_DRILL_MS = 24 * DAY_MS + 14 * HOUR_MS;
/** Eight days before the last working day, late in the evening. */
const THEFT_BEFORE_LEAVING_MS = 8 * DAY_MS - 5 * HOUR_MS - 41 * MINUTE_MS;

/** Plans what staff does: joining and leaving, and who reads the signing key (T1552.004 among drills and deployments). */
export function scheduleStaff(world: WorldApi): void {
  const { timers } = world.state;
  for (const person of world.staff) {
    if (person.joinedAt >= 0) schedule(timers, person.joinedAt, 'staff.joined', { id: person.id });
    if (person.leftAt !== null && person.leftAt >= 0)
      schedule(timers, person.leftAt, 'staff.left', { id: person.id });
    if (
      person.id === LEAVER_ID &&
      person.leftAt !== null &&
      world.scenario.attack.shape === 'minted-tokens'
    ) {
      schedule(timers, person.leftAt - THEFT_BEFORE_LEAVING_MS, 'staff.exports-key', {
        id: person.id,
      });
    }
  }
  if (world.scenario.attack.shape === 'bulk-token')
    schedule(timers, BULK_ISSUED_TICK * TICK_MS, 'staff.bulk-token', {});
  schedule(timers, FIRST_DEPLOY_MS, 'staff.deploy', {});
  schedule(timers, FIRST_DRILL_MS, 'staff.drill', {});
}

function accountChange(world: WorldApi, person: StaffMember, change: 'joined' | 'left'): void {
  world.emit(`staff.${change}`, 'shop', { id: person.id });
  world.log('account_change', {
    activity_id: change === 'joined' ? 1 : 5,
    user_uid: person.id,
    user_name: person.name.en,
    department: person.department,
    role: person.role,
    change,
    actor: 'hr-system',
    comment: change === 'joined' ? 'account created' : 'account disabled on the last working day',
  });
}

function vaultRead(
  world: WorldApi,
  actor: string,
  role: string,
  operation: string,
  comment: string,
  host: number,
): void {
  world.log('api_activity', {
    activity_id: 2,
    operation,
    actor,
    role,
    target: null,
    resource: `key/${keyId(world.seed, 'member-token', 1)} (${comment})`,
    status: 'success',
    source: staffAddress(host),
  });
}

/** A planned act of staff. */
export function staffTimer(world: WorldApi, name: string, data: TimerData): void {
  const { timers } = world.state;
  const person = world.staff.find((p) => p.id === data['id']);
  if (name === 'staff.joined' && person) accountChange(world, person, 'joined');
  else if (name === 'staff.left' && person) accountChange(world, person, 'left');
  else if (name === 'staff.exports-key' && person) {
    world.emit('key.exported', 'truth', { by: person.id });
    vaultRead(world, person.id, person.role, 'ReadKey', 'no ticket', 77);
    vaultRead(world, person.id, person.role, 'ExportKey', 'no ticket', 77);
  } else if (name === 'staff.bulk-token') {
    world.emit('token.issued', 'shop', { principal: BULK_PRINCIPAL });
    addRecords(world.state.totals, '3002', 1);
  } else if (name === 'staff.deploy') {
    vaultRead(world, 'ci-deploy', 'pipeline', 'ReadKey', 'deployment ticket', 12);
    schedule(timers, world.now + WEEK_MS, 'staff.deploy', {});
  } else if (name === 'staff.drill') {
    vaultRead(world, 'identity-1', 'identity engineer', 'ExportKey', 'recovery drill', 31);
    schedule(timers, world.now + 13 * WEEK_MS, 'staff.drill', {});
  }
}
