'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RuleCard } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useRun } from '@/live/run-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { useToast } from '../ui/toast.tsx';
import type { useDrafts } from './drafts.ts';

/**
 * Saves texts on the server. The copy in this browser goes only once the server's list shows the
 * text, and only if nobody has typed on meanwhile.
 */
export function useSave(key: string, { drop }: ReturnType<typeof useDrafts>) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { text, language } = useReading();
  const { runId } = useRun();
  const save = useMutation(trpc.rule.save.mutationOptions());
  const remove = useMutation(trpc.rule.remove.mutationOptions());
  const told = (error: unknown) => {
    const { what, todo } = errorParts(error, text, language);
    toast({ severity: 'severe', text: `${text.rules.saveFailed} ${what}. ${todo}` });
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.rule.list.pathKey() });
  return {
    isPending: save.isPending || remove.isPending,
    run: (saved: string, quiet = false) =>
      save.mutate(
        { runId, text: saved },
        {
          onError: told,
          onSuccess: ({ name }) => {
            if (!quiet) toast({ severity: 'good', text: text.rules.saved });
            void refresh().then(() => {
              if (name !== key) setSearchParams({ rule: name });
              drop(key, saved);
            });
          },
        },
      ),
    remove: (card: RuleCard) =>
      remove.mutate(
        { runId, name: card.name },
        {
          onError: told,
          onSuccess: () => {
            drop(key);
            void refresh();
          },
        },
      ),
  };
}
