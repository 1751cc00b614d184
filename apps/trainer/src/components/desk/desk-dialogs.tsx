'use client';

import { useQuery } from '@tanstack/react-query';
import { formatBytes } from '@/i18n/format-number.ts';
import { formatWallClock } from '@/i18n/format-wall.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { auditLines } from './audit-lines.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Meter } from '../ui/meter.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';

/** What each run takes on the disk, and what is allowed in all. */
export function DiskDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const disk = useQuery(trpc.exercise.disk.queryOptions());
  return (
    <Dialog label={text.desk.disk} onClose={onClose} wide>
      <div className="flex flex-col gap-4 p-6">
        <h2 className="m-0 text-20 font-semibold">{text.desk.disk}</h2>
        {disk.isError && <ErrorState error={disk.error} />}
        {disk.data && (
          <>
            <div className="flex items-center gap-3 text-13 text-ink-2">
              <span className="w-40">
                <Meter
                  label={text.desk.disk}
                  share={disk.data.limitBytes > 0 ? disk.data.bytes / disk.data.limitBytes : 0}
                />
              </span>
              {text.exercises.disk(formatBytes(disk.data.bytes), formatBytes(disk.data.limitBytes))}
            </div>
            <Table label={text.desk.disk} head={[text.desk.diskRun, text.desk.diskSize]}>
              {disk.data.runs.map((run) => (
                <Row key={run.runId}>
                  <Cell className="max-w-[380px] truncate">{run.name}</Cell>
                  <Cell>{formatBytes(run.bytes)}</Cell>
                </Row>
              ))}
            </Table>
          </>
        )}
        <Button className="self-end" onClick={onClose}>
          {text.common.close}
        </Button>
      </div>
    </Dialog>
  );
}

/** Every act of the instructors, newest first. */
export function AuditDialog({ onClose }: { onClose: () => void }) {
  const { text } = useReading();
  const { desk } = useDesk();
  const lines = auditLines(desk, text.desk.acts);
  return (
    <Dialog label={text.desk.log} onClose={onClose} wide>
      <div className="flex flex-col gap-4 p-6">
        <h2 className="m-0 text-20 font-semibold">{text.desk.log}</h2>
        {lines.length === 0 && <Empty title={text.desk.logEmpty} />}
        <ol className="m-0 flex list-none flex-col gap-1 p-0 text-13">
          {lines.toReversed().map((line) => (
            <li key={line.sequence} className="flex items-baseline gap-3">
              <span className="font-mono text-12 text-ink-3">{formatWallClock(line.wallMs)}</span>
              {line.who && <span className="max-w-32 truncate text-ink-2">{line.who}</span>}
              <span className="min-w-0 wrap-anywhere">{line.what}</span>
            </li>
          ))}
        </ol>
        <Button className="self-end" onClick={onClose}>
          {text.common.close}
        </Button>
      </div>
    </Dialog>
  );
}
