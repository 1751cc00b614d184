import type { Moment } from '@dwell/scoring';
import { momentOfAlert } from '../moments/alert-moments.ts';
import { momentOfCommand } from '../moments/command-moments.ts';
import { momentsOfEvents } from '../moments/event-moments.ts';
import type { Source } from './source.ts';

/** Everything on the time axis in order of time; at one time, what was done goes before what
 * came of it. */
export function momentsOf({
  logged,
  lived,
  titles,
  proposals,
  state,
  world,
  from,
}: Source): Moment[] {
  const { scenario, commands } = logged;
  const said = commands.map((command) => momentOfCommand(command, { titles, commands, proposals }));
  const happened = momentsOfEvents(lived.events, {
    ...{ scenario, state, titles, proposals },
    responses: world.responses,
  }).filter(({ at, kind }) => at >= from || kind === 'attack');
  const raised = lived.alerts.map((alert) => momentOfAlert(alert, scenario.calendar.startMs));
  const ordered = [...raised, ...said, ...happened].map((moment, place) => ({ moment, place }));
  return ordered
    .sort((x, y) => x.moment.at - y.moment.at || x.place - y.place)
    .map(({ moment }) => moment);
}
