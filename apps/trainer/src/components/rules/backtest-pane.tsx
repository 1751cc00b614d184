'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { backtestSpan } from './backtest-span.ts';
import { BacktestResult } from './backtest-result.tsx';
import type { BacktestRun } from './use-backtest.ts';

type Props = {
  backtest: BacktestRun;
  /** The text as it stands, and whether it may be tested. */
  text: string;
  errors: number;
  onRun: () => void;
};

/** What the text would have found in the logs so far. */
export function BacktestPane({ backtest, text: rule, errors, onRun }: Props) {
  const { text } = useReading();
  const span = backtestSpan(useSearchParams().get('logs'));
  const words = text.rules;
  const { result, busy } = backtest;
  const data = busy ? undefined : result?.data;
  return (
    <Panel
      title={words.backtest}
      flush
      className="flex min-h-0 flex-col"
      aside={
        busy ? (
          <Button small onClick={backtest.stop}>
            {words.backtestStop}
          </Button>
        ) : (
          <>
            <Select
              hideLabel
              label={text.hunt.time}
              value={span}
              options={(['all', 'month', 'week'] as const).map((id) => ({
                value: id,
                text: text.hunt.times[id],
              }))}
              onPick={(id) => setSearchParams({ logs: id === 'all' ? null : id })}
            />
            <Button small disabled={errors > 0} onClick={onRun} title="Ctrl Enter">
              {words.backtestRun}
            </Button>
          </>
        )
      }
    >
      {busy && <Busy />}
      {!busy && result?.isError && <ErrorState error={result.error} onRetry={onRun} />}
      {!busy && !result && (
        <Empty title={words.backtestEmpty}>
          {errors > 0 ? words.backtestProblems : words.backtestNow}
        </Empty>
      )}
      {data && backtest.of !== rule && (
        <p className="m-0 px-4 pt-1 text-12 text-attention">△ {words.backtestOld}</p>
      )}
      {data && <BacktestResult result={data} rule={backtest.of ?? rule} />}
    </Panel>
  );
}

/** A job without a known length: that it goes on, and for how long it has. */
function Busy() {
  const { text } = useReading();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(
      () => setSeconds(Math.floor((performance.now() - started) / 1000)),
      250,
    );
    return () => clearInterval(timer);
  }, []);
  return (
    <div role="status" className="flex flex-col gap-2 px-4 pt-2 pb-5">
      <div className="flex text-13 text-ink-2">
        {text.rules.backtestBusy}
        <span className="figures ml-auto">{text.rules.backtestSeconds(String(seconds))}</span>
      </div>
      <div
        role="progressbar"
        aria-label={text.rules.backtestBusy}
        className="h-2 overflow-hidden rounded-full bg-surface-3"
      >
        <div className="sweep h-full w-1/3 rounded-full bg-accent" />
      </div>
    </div>
  );
}
