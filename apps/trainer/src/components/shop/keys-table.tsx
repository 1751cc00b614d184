'use client';

import { useQuery } from '@tanstack/react-query';
import { DAY_MS } from '@dwell/core/time';
import type { KeyCard, StaffCard } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { Badge, type Severity } from '../ui/badge.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';

const STATE: Record<KeyCard['state'], Severity> = {
  active: 'good',
  retiring: 'attention',
  withdrawn: 'info',
};

/** The register of signing keys: how old each is, who could read it, where copies are known to be. */
export function KeysTable({ staff }: { staff: readonly StaffCard[] }) {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const now = useSimNow(clock, DAY_MS, run.endAt);
  const keys = useQuery(trpc.shop.keys.queryOptions({ runId }));
  const heads = text.shop.keyHeads;
  const nameOf = (id: string) => {
    const person = staff.find((each) => each.id === id);
    return person ? (language === 'ko' ? person.nameKo : person.name) : id;
  };
  const hasLeft = (id: string) => {
    const left = staff.find((person) => person.id === id)?.leftAt;
    return left !== null && left !== undefined && left <= now;
  };
  const people = (ids: readonly string[]) =>
    ids.length === 0
      ? text.common.none
      : ids.map((id, at) => (
          <span key={id} className="inline-block whitespace-nowrap">
            <span className={hasLeft(id) ? 'text-severe' : undefined} title={id}>
              {nameOf(id)}
              {hasLeft(id) && ` ◇`}
            </span>
            {at < ids.length - 1 && ',\u00a0'}
          </span>
        ));
  return (
    <Panel title={text.shop.keys} flush>
      {keys.isError && <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <Skeleton className="m-4 h-16" />}
      {keys.data?.length === 0 && <Empty title={text.shop.keysEmpty} />}
      {keys.data && keys.data.length > 0 && (
        <div className="overflow-x-auto pb-2" tabIndex={0} role="group" aria-label={text.shop.keys}>
          <Table
            label={text.shop.keys}
            head={[
              heads.kid,
              heads.state,
              heads.age,
              heads.owner,
              heads.custodians,
              heads.readers,
              heads.copies,
            ]}
          >
            {(keys.data as readonly KeyCard[]).map((key) => (
              <Row key={key.kid}>
                <Cell className="font-mono text-12">{key.kid}</Cell>
                <Cell>
                  <Badge severity={STATE[key.state]}>{text.shop.keyStates[key.state]}</Badge>
                </Cell>
                <Cell>{formatSpan(language, Math.max(0, now - key.createdAt))}</Cell>
                <Cell>{nameOf(key.owner)}</Cell>
                <Cell className="min-w-[120px] whitespace-normal!">{people(key.custodians)}</Cell>
                <Cell className="min-w-[160px] whitespace-normal!">{people(key.readers)}</Cell>
                <Cell className="min-w-[320px] whitespace-normal! normal-nums text-ink-2">
                  {key.copies.length === 0
                    ? text.common.none
                    : key.copies.map((copy, at) => (
                        <span key={copy.id}>
                          {at > 0 && ' · '}
                          <span
                            className={copy.removed ? 'text-ink-3 line-through' : undefined}
                            title={copy.removed ? text.shop.copyRemoved : undefined}
                          >
                            {text.world.places[copy.id] ?? copy.place}
                          </span>
                        </span>
                      ))}
                </Cell>
              </Row>
            ))}
          </Table>
        </div>
      )}
    </Panel>
  );
}
