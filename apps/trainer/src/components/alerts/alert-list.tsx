'use client';

import type { AlertRow } from '@dwell/simulator/router';
import { describeReason } from '@/i18n/describe-reason.ts';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ruleTitle } from '@/i18n/rule-text.ts';
import { useRun } from '@/live/run-provider.tsx';
import { LevelMark } from '../rules/level.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { SimTimeText } from '../ui/sim-time.tsx';
import { byRule, entityOf } from './queue.ts';
import { VerdictMark } from './verdict-mark.tsx';

type Props = {
  /** The rows drawn, and all there are. */
  rows: readonly AlertRow[];
  all: readonly AlertRow[];
  /** Draws all rows of a rule. */
  onWhole: (rule: string) => void;
  now: number;
  at: number;
  opened: string | null;
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], on: boolean) => void;
  onOpen: (id: string) => void;
  itemProps: (index: number) => { ref?: (node: HTMLElement | null) => void };
};

/** Alerts by rule, a line an entity. */
export function AlertList(props: Props) {
  const { text, language } = useReading();
  const { rows, all: everything, selected, onSelect, onWhole } = props;
  const places = new Map(rows.map((alert, index) => [alert.id, index]));
  return (
    <div className="flex flex-col gap-4">
      {byRule(rows).map(({ rule, rows: members }) => {
        const first = members[0]!;
        const title = ruleTitle(language, { name: rule, title: first.title });
        const count = everything.filter((each) => each.rule === rule).length;
        const ids = members.map((each) => each.id);
        const all = ids.every((id) => selected.has(id));
        return (
          <section key={rule} aria-label={title}>
            <header className="flex items-center gap-3 px-3 pb-1">
              <input
                type="checkbox"
                aria-label={text.alerts.selectAll(title)}
                checked={all}
                onChange={() => onSelect(ids, !all)}
              />
              <LevelMark level={first.level} />
              <h3 className="m-0 min-w-0 truncate text-14 font-medium">{title}</h3>
              <span className="text-12 whitespace-nowrap text-ink-3">
                {first.techniques.join(' · ')}
              </span>
              <span className="ml-auto text-12 whitespace-nowrap text-ink-3">
                {text.alerts.one(formatCount(count))}
              </span>
            </header>
            <ul className="m-0 list-none rounded-md border border-line bg-surface-2 p-0">
              {members.map((alert) => (
                <Line key={alert.id} {...props} alert={alert} index={places.get(alert.id)!} />
              ))}
            </ul>
            {count > members.length && (
              <Button small kind="quiet" className="mt-1" onClick={() => onWhole(rule)}>
                {text.common.more} · {formatCount(count - members.length)}
              </Button>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Line(props: Props & { alert: AlertRow; index: number }) {
  const { alert, index, at, now, opened, selected, onSelect, onOpen, itemProps } = props;
  const { text, language } = useReading();
  const { run } = useRun();
  const words = text.alerts;
  const entity = entityOf(alert) || words.anyEntity;
  return (
    <li
      {...itemProps(index)}
      className={classNames(
        'relative flex items-center gap-3 border-t border-line/60 px-3 first:border-t-0',
        alert.id === opened
          ? 'bg-accent-soft'
          : index === at
            ? 'bg-surface-3'
            : 'hover:bg-surface-3',
      )}
    >
      {index === at && (
        <span
          aria-hidden="true"
          className="absolute top-1 bottom-1 left-0 w-[3px] rounded-full bg-accent"
        />
      )}
      <input
        type="checkbox"
        aria-label={words.select(`${alert.title}, ${entity}`)}
        checked={selected.has(alert.id)}
        onChange={(event) => onSelect([alert.id], event.target.checked)}
      />
      <button
        type="button"
        aria-current={alert.id === opened ? 'true' : undefined}
        onClick={() => onOpen(alert.id)}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-4 py-1 text-left text-13"
      >
        <span
          className="w-[168px] shrink-0 truncate font-mono text-12 text-ink-1 max-lg:w-[120px]"
          title={entity}
        >
          {entity}
        </span>
        <span className="min-w-0 flex-1 truncate text-ink-2">
          {describeReason(language, text, alert)}
        </span>
        {alert.verdict && <VerdictMark verdict={alert.verdict} />}
        {alert.assignedTo && (
          <span className="max-w-[96px] truncate text-12 text-ink-2 max-lg:hidden">
            {alert.assignedTo}
          </span>
        )}
        <span
          className="figures w-14 shrink-0 text-right text-12 text-ink-2"
          title={`${words.heads.events}: ${formatCount(alert.events)}`}
        >
          {formatCompact(language, alert.events)}
        </span>
        <span className="w-[104px] shrink-0 text-right text-12 whitespace-nowrap text-ink-3">
          <SimTimeText calendar={run.calendar} at={alert.firstAt} />
        </span>
        <span
          className={classNames(
            'w-[88px] shrink-0 truncate text-12 max-lg:w-4',
            alert.active ? 'text-ink-1' : 'text-ink-3',
          )}
        >
          {alert.active
            ? `● ${words.active}`
            : `○ ${formatSpan(language, Math.max(0, now - alert.lastAt))}`}
        </span>
      </button>
    </li>
  );
}
