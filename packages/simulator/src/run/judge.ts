import type { WorldApi } from '../world/world-api.ts';
import type { CommandBody } from './command.ts';

/** Analyst time that an alert takes, in hours: ten minutes. */
const TRIAGE_HOURS = 1 / 6;

/** A verdict on an alert takes effect. Taking one back costs nothing, and gives nothing back. */
export function judge(
  world: WorldApi,
  sequence: number,
  { alert, verdict, attack = true }: Extract<CommandBody, { do: 'verdict' }>,
): void {
  const { awareness, totals } = world.state;
  const verdicts = { ...awareness.verdicts };
  if (verdict === 'none') delete verdicts[alert];
  else {
    totals.spentWon += Math.round(world.knobs['price.analyst_hour'] * TRIAGE_HOURS);
    verdicts[alert] = { verdict, attack, at: world.now };
    if (attack && verdict !== 'true') awareness.buriedAt ??= world.now;
  }
  awareness.verdicts = verdicts;
  const standing = Object.values(verdicts).filter((each) => each.attack && each.verdict === 'true');
  awareness.trueVerdictAt =
    standing.length === 0 ? null : Math.min(...standing.map((each) => each.at));
  world.emit('alert.judged', 'shop', { alert, verdict, sequence });
}
