'use client';

import { formatCompact, formatShare, formatWon } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useMaySee } from '@/exercise/use-may-see.ts';
import { useRun } from '@/live/run-provider.tsx';
import { TimeChart, type Series } from '../charts/time-chart.tsx';
import { Panel } from '../ui/panel.tsx';
import { PII_ENDPOINTS, type ShownHours } from './shown-hours.ts';

/** Traffic, harm and cost of the shown span; the cursor is one for all. */
export function Charts({ shown }: { shown: ShownHours }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const seesMoney = useMaySee('money');
  const compact = (value: number) => formatCompact(language, value);
  const common = { calendar: run.calendar, at: shown.at, historyUntil: run.startAt };
  const series = (id: string, name: string, colour: string, values: number[]): Series => ({
    id,
    name,
    colour,
    values,
  });
  const pii = PII_ENDPOINTS.map((endpoint, i) =>
    series(String(endpoint), text.world.endpoints[endpoint]!, `--series-${i + 1}`, shown.pii[i]!),
  );
  return (
    <div className="grid grid-cols-2 gap-3 max-lg:grid-cols-1">
      <Panel title={text.situation.pii} className="col-span-2 max-lg:col-span-1">
        <TimeChart
          {...common}
          label={text.situation.pii}
          series={pii}
          format={compact}
          height={160}
        />
      </Panel>
      {shown.accountsLost && (
        <Panel title={text.situation.lostCurve} aside={text.situation.truth}>
          <TimeChart
            {...common}
            label={text.situation.lostCurve}
            series={[series('lost', text.situation.lost, '--series-6', shown.accountsLost)]}
            format={compact}
          />
        </Panel>
      )}
      {shown.attackShare && (
        <Panel title={text.situation.share} aside={text.situation.truth}>
          <TimeChart
            {...common}
            label={text.situation.share}
            series={[series('share', text.situation.attacker, '--series-6', shown.attackShare)]}
            format={formatShare}
          />
        </Panel>
      )}
      <Panel title={text.situation.shopCurve}>
        <TimeChart
          {...common}
          label={text.situation.shopCurve}
          series={[
            series('orders', text.situation.orders, '--series-1', shown.orders),
            series('lost', text.situation.lostOrders, '--series-2', shown.lostOrders),
          ]}
          format={compact}
        />
      </Panel>
      <Panel title={text.situation.contactCurve}>
        <TimeChart
          {...common}
          label={text.situation.contactCurve}
          series={[series('contacts', text.situation.contacts, '--series-4', shown.contacts)]}
          format={compact}
        />
      </Panel>
      {seesMoney && (
        <Panel title={text.situation.costCurve} className="col-span-2 max-lg:col-span-1">
          <TimeChart
            {...common}
            label={text.situation.costCurve}
            series={[series('cost', text.situation.cost, '--series-8', shown.cost)]}
            format={(value) => formatWon(language, value)}
            height={96}
          />
        </Panel>
      )}
    </div>
  );
}
