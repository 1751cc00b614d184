'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useViewer } from '@/live/viewer.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { useToast } from '../ui/toast.tsx';
import { Toggle } from './toggle.tsx';

const DAYS = [30, 90, 180, 365, 730] as const;

/** Whether trainees may look, and how long their names are kept. */
export function NamesPanel() {
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const { act } = useDebriefActs(exerciseId);
  const words = text.report;
  return (
    <Panel title={words.sharing}>
      <Toggle
        label={words.share}
        hint={words.shareHint}
        checked={view.shared}
        onChange={(on) => act({ do: 'share-debrief', on })}
      />
      <h3 className="mt-4 mb-2 text-13 font-medium text-ink-2">{words.names}</h3>
      {view.anonymised ? (
        <p className="m-0 text-13 text-ink-2">{words.anonymised}</p>
      ) : (
        <Anonymise />
      )}
      <Retention />
    </Panel>
  );
}

function Anonymise() {
  const trpc = useTRPC();
  const toast = useToast();
  const { text, language } = useReading();
  const { exerciseId } = useDebrief();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(
    trpc.debrief.anonymise.mutationOptions({
      onSettled: () => setAsking(false),
      onSuccess: () => toast({ severity: 'good', text: text.report.anonymised }),
      onError: (error: unknown) => {
        const { what, todo } = errorParts(error, text, language);
        toast({ severity: 'severe', text: `${what}. ${todo}` });
      },
    }),
  );
  const words = text.report;
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {words.anonymise}
      </Button>
      {asking && (
        <Confirm
          danger
          title={words.anonymiseTitle}
          act={words.anonymise}
          cancel={text.common.cancel}
          busy={isPending}
          onAct={() => mutate({ exerciseId })}
          onCancel={() => setAsking(false)}
        >
          {words.anonymiseText}
        </Confirm>
      )}
    </>
  );
}

/** For the whole server; only instructors are asked. */
function Retention() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { text } = useReading();
  const instructor = useViewer().role === 'instructor';
  const kept = useQuery(
    trpc.debrief.retention.queryOptions(undefined, { enabled: instructor, retry: false }),
  );
  const { mutate, isPending } = useMutation(
    trpc.debrief.setRetention.mutationOptions({
      onSettled: () =>
        void queryClient.invalidateQueries({ queryKey: trpc.debrief.retention.queryKey() }),
    }),
  );
  if (!kept.data) return null;
  const days = kept.data.keepNamesDays;
  const offered = days === null || DAYS.some((each) => each === days) ? DAYS : [days, ...DAYS];
  return (
    <Select
      className="mt-4"
      label={text.report.retention}
      hint={text.report.retentionHint}
      value={days === null ? '' : String(days)}
      disabled={isPending}
      options={[
        { value: '', text: text.report.keeps.forever },
        ...offered.map((each) => ({ value: String(each), text: text.report.keeps.days(each) })),
      ]}
      onPick={(value) => mutate({ keepNamesDays: value === '' ? null : Number(value) })}
    />
  );
}
