'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DAY_MS, HOUR_MS } from '@dwell/core/time';
import type { Verdict } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useSimNow } from '@/live/sim-now.ts';
import { useActingRole, useActingRoles } from '@/exercise/use-roles.ts';
import { useViewer } from '@/live/viewer.tsx';
import { useListKeys } from '../command/use-list-keys.ts';
import type { ROLES } from '../respond/roles.ts';
import { BuildJob } from '../situation/build-job.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { CONTROL } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { AlertDrawer } from './alert-drawer.tsx';
import { AlertList } from './alert-list.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { JudgeForm } from './judge-form.tsx';
import { drawnRows, queueOf, type Shown } from './queue.ts';
import { useAlertActs, useAlerts } from './use-alerts.ts';
import { useAlertKeys } from './use-alert-keys.ts';
import { useHeldQueue } from './use-held-queue.ts';

/** Alerts that the server takes in one go. */
const AT_ONCE_MAX = 500;
/** Speed from which on ages are told by the day. */
const FAST = 3600;
const SHOWN: readonly Shown[] = ['open', 'judged', 'quiet'];

/** Everything the rules raised: looked at, taken on, judged. The address holds what is shown. */
export function AlertsScreen() {
  const { text } = useReading();
  const { run, clock, build } = useRun();
  const viewer = useViewer();
  // A fast clock must not draw the whole queue many times a second.
  const now = useSimNow(clock, clock.speed > FAST ? DAY_MS : HOUR_MS, run.endAt);
  const address = useSearchParams();
  const shown = SHOWN.find((each) => each === address.get('show')) ?? 'open';
  const filter = address.get('q') ?? '';
  const mine = address.get('mine') === '1' ? viewer.name : null;
  const openedId = address.get('alert');
  const { query, alerts } = useAlerts();
  const queue = useMemo(
    () => queueOf(alerts, { shown, filter, mine, now }),
    [alerts, shown, filter, mine, now],
  );
  const held = useHeldQueue(queue, `${shown} ${filter} ${mine}`, query.isSuccess);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => drawnRows(held.rows, whole), [held.rows, whole]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [judging, setJudging] = useState<{ ids: readonly string[]; verdict: Verdict } | null>(null);
  const roles = useActingRoles();
  const usual = useActingRole('soc-lead');
  const [actingAs, setRole] = useState<(typeof ROLES)[number] | null>(null);
  const role = actingAs ?? usual;
  const finder = useRef<HTMLInputElement>(null);
  const acts = useAlertActs(role, held.include);
  const open = useCallback((id: string | null) => setSearchParams({ alert: id }), []);
  const keys = useListKeys(rows.length, (index) => open(rows[index]!.id));
  const { at, setAt } = keys;
  const opened = alerts.find((alert) => alert.id === openedId) ?? null;
  // Whoever comes by a link to an alert goes on from there.
  const [arrived, setArrived] = useState(false);
  if (!arrived && rows.length > 0) {
    setArrived(true);
    setAt(rows.findIndex((alert) => alert.id === openedId));
  }
  // With the drawer open, j and k move what it shows.
  const atId = rows[at]?.id ?? null;
  useEffect(() => {
    if (openedId !== null && atId !== null) open(atId);
    // Only a step through the list moves the drawer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [atId]);
  const targets = useMemo(() => {
    const chosen = rows.filter((alert) => selected.has(alert.id)).map((alert) => alert.id);
    if (chosen.length > 0) return chosen;
    const one = openedId ?? atId;
    return one === null ? [] : [one];
  }, [rows, selected, openedId, atId]);
  const select = (ids: readonly string[], on: boolean) =>
    setSelected((old) => {
      const rest = [...old].filter((id) => !ids.includes(id));
      return new Set(on ? [...rest, ...ids].slice(0, AT_ONCE_MAX) : rest);
    });
  const judge = (verdict: Verdict, ids: readonly string[] = targets) => {
    if (ids.length > 0) setJudging({ ids, verdict });
  };
  const assign = (ids: readonly string[]) => {
    const given = alerts.filter((alert) => ids.includes(alert.id));
    const allMine = given.every((alert) => alert.assignedTo === viewer.name);
    if (given.length > 0) acts.assign(ids, allMine ? null : viewer.name);
  };
  const undo = (ids: readonly string[]) => {
    const judged = ids.filter((id) => alerts.find((alert) => alert.id === id)?.verdict);
    if (judged.length > 0) acts.undo(judged);
  };
  useAlertKeys({
    judge,
    assign: () => assign(targets),
    undo: () => undo(targets),
    select: () => {
      if (atId !== null) select([atId], !selected.has(atId));
    },
    find: () => finder.current?.focus(),
  });
  const closeForm = (done: boolean) => {
    setJudging(null);
    if (!done) return;
    setSelected(new Set());
    if (judging?.ids.includes(openedId ?? '')) open(null);
    setAt(Math.min(at, rows.length - 1 - (judging?.ids.length ?? 0)));
  };
  if (build.state !== 'ready')
    return (
      <div className="flex flex-col gap-3 p-4">
        <h2 className="m-0 text-20 font-semibold">{text.alerts.title}</h2>
        <BuildJob />
        <Empty title={text.situation.waits}>{text.alerts.emptyNow}</Empty>
      </div>
    );
  return (
    <div className="flex h-full min-h-[420px] flex-col gap-3 p-4">
      <div className="flex shrink-0 flex-wrap items-center gap-3">
        <h2 className="m-0 text-20 font-semibold">{text.alerts.title}</h2>
        <Choice
          hideLabel
          label={text.alerts.show}
          at={shown}
          onPick={(id) => {
            setAt(-1);
            setSearchParams({ show: id === 'open' ? null : id, alert: null }, true);
          }}
          options={SHOWN.map((id) => ({
            id,
            text: `${text.alerts[id]} ${formatCount(queueOf(alerts, { shown: id, filter: '', mine: null, now }).length)}`,
          }))}
        />
        <input
          ref={finder}
          type="search"
          aria-label={text.alerts.filter}
          placeholder={text.alerts.filter}
          value={filter}
          onChange={(event) => setSearchParams({ q: event.target.value || null })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          className={`${CONTROL} w-64!`}
        />
        <label className="inline-flex items-center gap-2 text-13 text-ink-2">
          <input
            type="checkbox"
            checked={mine !== null}
            onChange={(event) => setSearchParams({ mine: event.target.checked ? '1' : null })}
          />
          {text.alerts.mine}
        </label>
        <Select
          hideLabel
          label={text.alerts.acting}
          value={role}
          onPick={(value) => setRole(value as typeof role)}
          options={roles.map((id) => ({ value: id, text: text.world.roles[id] ?? id }))}
          className="ml-auto w-40"
        />
      </div>
      {held.fresh > 0 && (
        <div role="status" className="shrink-0">
          <Button small onClick={held.show}>
            <span aria-hidden="true">↑</span> {text.alerts.fresh(formatCount(held.fresh))} ·{' '}
            {text.alerts.freshShow}
          </Button>
        </div>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        {query.isPending && <Skeleton className="h-48" />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && (
          <EmptyQueue shown={shown} narrowed={filter !== '' || mine !== null} />
        )}
        <AlertList
          rows={rows}
          all={held.rows}
          onWhole={(rule) => setWhole(new Set([...whole, rule]))}
          now={now}
          at={at}
          opened={openedId}
          selected={selected}
          onSelect={select}
          onOpen={(id) => {
            setAt(rows.findIndex((alert) => alert.id === id));
            open(id);
          }}
          itemProps={keys.itemProps}
        />
      </div>
      {judging ? (
        <JudgeForm
          alerts={alerts.filter((alert) => judging.ids.includes(alert.id))}
          verdict={judging.verdict}
          acts={acts}
          onVerdict={(verdict) => setJudging({ ...judging, verdict })}
          onClose={closeForm}
        />
      ) : (
        rows.length > 0 && (
          <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-2 text-12 text-ink-3">
            {selected.size > 0 ? (
              <>
                <span className="text-ink-1">
                  {text.alerts.selected(formatCount(selected.size))}
                </span>
                {(['true', 'false', 'benign'] as const).map((verdict) => (
                  <Button key={verdict} small onClick={() => judge(verdict)}>
                    {text.alerts.verdicts[verdict]}
                  </Button>
                ))}
                <Button small onClick={() => assign(targets)}>
                  {text.alerts.assignMe}
                </Button>
                <Button small kind="quiet" onClick={() => setSelected(new Set())}>
                  {text.alerts.clear}
                </Button>
              </>
            ) : (
              text.alerts.hint
            )}
          </div>
        )
      )}
      {opened && (
        <AlertDrawer
          key={opened.id}
          alert={opened}
          now={now}
          mine={opened.assignedTo === viewer.name}
          onJudge={(verdict) => judge(verdict, [opened.id])}
          onAssign={() => assign([opened.id])}
          onUndo={() => undo([opened.id])}
          onClose={() => open(null)}
        />
      )}
    </div>
  );
}
