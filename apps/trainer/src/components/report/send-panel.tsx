'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';

/** Sends what people did to the learning record store of the server, where there is one. */
export function SendPanel() {
  const trpc = useTRPC();
  const toast = useToast();
  const { text, language } = useReading();
  const { exerciseId, view } = useDebrief();
  const settings = useQuery(trpc.debrief.retention.queryOptions(undefined, { retry: false }));
  const send = useMutation(
    trpc.debrief.send.mutationOptions({
      onSuccess: ({ statements }) =>
        toast({ severity: 'good', text: text.report.sent(formatCount(statements)) }),
      onError: (error: unknown) => {
        const { what, todo } = errorParts(error, text, language);
        toast({ severity: 'severe', text: `${what}. ${todo}` });
      },
    }),
  );
  if (!settings.data) return null;
  return (
    <div className="mt-3 border-t border-line pt-3">
      {settings.data.lrs ? (
        <Button
          disabled={send.isPending || view.debrief === null}
          onClick={() => send.mutate({ exerciseId, team: view.team.id })}
        >
          {text.report.send}
        </Button>
      ) : (
        <p className="m-0 text-12 text-ink-3">{text.report.noLrs}</p>
      )}
    </div>
  );
}
