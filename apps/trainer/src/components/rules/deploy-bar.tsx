'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MINUTE_MS } from '@dwell/core/time';
import type { RuleCard } from '@dwell/simulator/router';
import { formatCount, formatWon } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDecidingForm } from '@/live/deciding.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useDebounced } from '@/live/use-debounced.ts';
import { useTRPC } from '@/trpc/client.ts';
import { useWithdraw } from '../respond/in-flight.tsx';
import { ROLES } from '../respond/roles.ts';
import { Figure } from '../situation/figure.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Select } from '../ui/select.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { useToast } from '../ui/toast.tsx';
import { useDeployedTexts } from './deployed-texts.ts';
import { DeployedState } from './deployed-state.tsx';
import { Needs } from './needs.tsx';

type Props = {
  name: string | null;
  card: RuleCard | null;
  text: string;
  errors: number;
  /** Called once the run has the text. */
  onDeployed: () => void;
};

/** The decision to let a rule look: how long until it does, what it costs, what it needs. */
export function DeployBar({ name, card, text: rule, errors, onDeployed }: Props) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const withdraw = useWithdraw();
  const { handlers, decided } = useDecidingForm();
  const [role, setRole] = useState<(typeof ROLES)[number]>('soc-lead');
  const [asking, setAsking] = useState(false);
  const still = useDebounced(rule, 400);
  const preview = useQuery(
    trpc.rule.preview.queryOptions(
      { runId, text: still },
      {
        enabled: errors === 0 && still.trim() !== '',
        placeholderData: keepPreviousData,
        retry: false,
        staleTime: 5000,
      },
    ),
  );
  const deploy = useMutation(trpc.rule.deploy.mutationOptions());
  const deployed = useDeployedTexts();
  const words = text.rules;
  const shown = errors === 0 ? preview.data : undefined;
  const title = name ?? '';
  const start = () =>
    deploy.mutate(
      { runId, text: rule, as: role },
      {
        onSettled: () => setAsking(false),
        onSuccess: ({ sequence }) => {
          decided();
          if (name !== null) deployed.keep(name, rule);
          void queryClient.invalidateQueries({ queryKey: trpc.run.situation.pathKey() });
          void queryClient.invalidateQueries({ queryKey: trpc.rule.pathKey() });
          onDeployed();
          const seconds =
            clock.state === 'playing' && shown ? shown.leadMs / clock.speed / 1000 : undefined;
          toast({
            severity: 'good',
            text: words.deployed(title),
            undo: {
              text: text.common.undo,
              run: () => withdraw.run(sequence, title),
              seconds,
            },
          });
        },
      },
    );
  const going = card?.state === 'deploying' || card?.state === 'deployed';
  // A shipped rule's card shows what is deployed; of one's own, what was deployed from here is known.
  const known = card?.origin === 'shipped' ? card.text : deployed.texts[name ?? ''];
  const same = going && (known === rule || shown?.replaces === false);
  return (
    <section
      aria-label={words.deploy}
      {...handlers}
      className="shrink-0 rounded-md border border-line bg-surface-2 px-4 py-3"
    >
      {card && going && <DeployedState card={card} />}
      {same && <p className="m-0 text-13 text-ink-3">{words.asDeployed}</p>}
      <div className={same ? 'hidden' : 'flex flex-wrap items-end gap-x-8 gap-y-3'}>
        {shown && (
          <dl className="m-0 flex flex-wrap gap-x-8 gap-y-2">
            <Figure name={text.respond.lead}>{formatSpan(language, shown.leadMs)}</Figure>
            <Figure name={text.respond.price} title={formatCount(shown.priceWon)}>
              {formatWon(language, shown.priceWon)}
            </Figure>
            <Figure name={words.looksFrom}>
              <SimTimeText
                calendar={run.calendar}
                at={Math.max(shown.effectiveAt, now + shown.leadMs)}
              />
            </Figure>
          </dl>
        )}
        {errors > 0 && <p className="m-0 self-center text-13 text-ink-2">{words.deployProblems}</p>}
        <div className="ml-auto flex items-end gap-3">
          <Select
            label={text.respond.as}
            value={role}
            onPick={(value) => setRole(value as typeof role)}
            options={ROLES.map((id) => ({ value: id, text: text.world.roles[id] ?? id }))}
            className="w-40"
          />
          <Button
            kind={going ? 'plain' : 'primary'}
            disabled={errors > 0 || !shown || deploy.isPending}
            onClick={() => setAsking(true)}
          >
            {going ? words.redeploy : words.deploy}
          </Button>
        </div>
      </div>
      {shown && shown.needs.length > 0 && <Needs names={shown.needs} />}
      {preview.isError && errors === 0 && <ErrorState error={preview.error} />}
      {deploy.isError && <ErrorState error={deploy.error} />}
      {asking && shown && (
        <Confirm
          title={words.deployTitle(title)}
          act={words.deploy}
          cancel={text.common.cancel}
          busy={deploy.isPending}
          onAct={start}
          onCancel={() => setAsking(false)}
        >
          <p className="m-0">
            {text.respond.price}: {formatWon(language, shown.priceWon)} · {text.respond.lead}:{' '}
            {formatSpan(language, shown.leadMs)}
          </p>
          <p className="m-0 mt-2">
            {words.deployText} {shown.replaces && words.deployReplaces}
          </p>
          {shown.needs.length > 0 && (
            <p className="m-0 mt-2 text-attention">
              △{' '}
              {words.deployBlind(
                shown.needs.map((need) => text.world.controls[need] ?? need).join(', '),
              )}
            </p>
          )}
          <p className="m-0 mt-3 text-13">{text.respond.undoable}</p>
        </Confirm>
      )}
    </section>
  );
}
