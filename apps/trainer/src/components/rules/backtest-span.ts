/** How far back a backtest reads, in days; null: all logs that are kept. */
export const BACKTEST_DAYS = { all: null, month: 30, week: 7 } as const;

export type BacktestSpan = keyof typeof BACKTEST_DAYS;

/** The span as the address holds it; anything odd is everything. */
export function backtestSpan(text: string | null): BacktestSpan {
  return text === 'month' || text === 'week' ? text : 'all';
}
