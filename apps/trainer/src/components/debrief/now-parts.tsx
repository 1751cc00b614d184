'use client';

import type { ReactNode } from 'react';
import type { MomentState } from '@dwell/simulator/router';
import { formatCompact, formatCount, formatWon } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Panel } from '../ui/panel.tsx';

/** Its heading reads from the back row. */
const HEAD = '2xl:[&_h2]:text-16';

/** What was so at that moment. */
export function NowTruth({ state }: { state: MomentState }) {
  const { text, language } = useReading();
  const words = text.debrief.now;
  const { truth } = state;
  return (
    <Panel title={words.truth} className={HEAD}>
      <Big title={formatCount(truth.accountsLost)} name={words.lost}>
        {formatCompact(language, truth.accountsLost)}
      </Big>
      <Rows
        rows={[
          [words.attacker, text.world.attacker[truth.attackerState] ?? truth.attackerState],
          [words.requests, formatCompact(language, truth.attackRequests)],
          [words.sources, formatCount(truth.sources)],
          [
            words.keys,
            truth.keysAbused.length === 0
              ? text.common.none
              : truth.keysAbused.map((id) => text.world.places[id] ?? id).join('; '),
          ],
        ]}
      />
    </Panel>
  );
}

/** What the team could know. */
export function NowSeen({ state }: { state: MomentState }) {
  const { text, language } = useReading();
  const words = text.debrief.now;
  const { seen } = state;
  const { estimate } = seen;
  return (
    <Panel title={words.seen} className={HEAD}>
      <Big name={words.estimate}>
        {estimate ? (
          `${formatCompact(language, estimate.low)} – ${formatCompact(language, estimate.high)}`
        ) : (
          <span className="font-normal text-ink-3">{words.estimateNone}</span>
        )}
      </Big>
      <Rows
        rows={[
          ...(estimate
            ? [[text.debrief.kinds.estimate, words.sure(`${estimate.confidence} %`)] as const]
            : []),
          [
            words.alerts,
            `${formatCount(seen.alerts)} · ${words.trueAlerts(formatCount(seen.trueAlerts))}`,
          ],
          [words.injects, formatCount(seen.injects)],
          [words.contacts, formatCount(state.contactsPerDay)],
          [words.locked, formatCompact(language, state.lockedOut)],
          [words.cost, formatWon(language, state.costWon)],
        ]}
      />
    </Panel>
  );
}

/** Every control with whether it was on: in a word, not by colour. */
export function NowControls({ state }: { state: MomentState }) {
  const { text } = useReading();
  const words = text.debrief.now;
  const { checks, controls, choices } = text.world;
  const nameOf = (id: string) =>
    id === 'hold'
      ? choices['legal-hold']
      : id === 'canaries'
        ? choices['canary-accounts']
        : (checks[id] ?? controls[id] ?? id);
  return (
    <Panel title={words.controls} className={HEAD}>
      <ul className="m-0 grid list-none grid-cols-2 gap-x-4 p-0 text-13 2xl:text-16">
        {state.controls.map(({ id, on }) => (
          <li key={id} className="flex items-baseline gap-2 border-t border-line py-1">
            <span className={`min-w-0 ${on ? 'text-ink-1' : 'text-ink-3'}`}>{nameOf(id)}</span>
            <span
              className={`ml-auto whitespace-nowrap ${on ? 'font-medium text-good' : 'text-ink-3'}`}
            >
              {on ? `● ${words.on}` : `○ ${words.off}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Big({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <p className="m-0 mb-2">
      <span className="block text-12 text-ink-3 2xl:text-14">{name}</span>
      <span
        title={title}
        className="figures text-28 leading-9 font-semibold tracking-tight 2xl:text-[40px] 2xl:leading-[52px]"
      >
        {children}
      </span>
    </p>
  );
}

function Rows({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="m-0 text-13 2xl:text-16">
      {rows.map(([name, value]) => (
        <div key={name} className="flex items-baseline gap-4 border-t border-line py-1">
          <dt className="text-ink-3">{name}</dt>
          <dd className="m-0 ml-auto max-w-[60%] text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
