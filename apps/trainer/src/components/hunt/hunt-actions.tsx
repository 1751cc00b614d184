'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type ComponentProps, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPCClient } from '@/trpc/client.ts';
import { useDrafts } from '../rules/drafts.ts';
import { PinToRecord } from '../console/pin-to-record.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Popover } from '../ui/popover.tsx';
import { useToast } from '../ui/toast.tsx';
import { useOwnHunts } from './pins.ts';
import type { Hunt } from './use-hunt.ts';

/** A question as evidence: what finds it again, and over which time. */
function foundBy(hunt: Hunt, all: string): ComponentProps<typeof PinToRecord>['found'] {
  const { mode, table, query, sql } = hunt.state;
  if (mode === 'sql')
    return { name: 'hunt.sql', title: sql.replaceAll(/\s+/g, ' ').slice(0, 200), query: sql };
  return {
    name: `hunt.${table}.${query}`,
    title: `${table}: ${query || all}`,
    table,
    query,
    from: hunt.from,
    to: hunt.to,
  };
}

/** What a question can become: a hunt to ask again, or a rule that keeps asking. */
export function HuntActions({ hunt }: { hunt: Hunt }) {
  const { text } = useReading();
  return (
    <div className="flex shrink-0 gap-2">
      <Popover
        align="right"
        label={text.hunt.save}
        opener={(attributes) => <Button {...attributes}>{text.hunt.saveShort}</Button>}
      >
        {(close) => <SaveForm hunt={hunt} close={close} />}
      </Popover>
      <PinToRecord plain align="right" found={foundBy(hunt, text.common.all)} />
      {hunt.state.mode === 'search' && <ToRule hunt={hunt} />}
    </div>
  );
}

function ToRule({ hunt }: { hunt: Hunt }) {
  const { text } = useReading();
  const empty = hunt.state.query.trim() === '';
  return (
    <Popover
      align="right"
      label={text.hunt.toRule}
      opener={(attributes) => (
        <Button
          {...attributes}
          disabled={empty || !hunt.ready}
          title={empty ? text.hunt.toRuleFirst : undefined}
        >
          {text.hunt.toRule}
        </Button>
      )}
    >
      {() => <RuleForm hunt={hunt} />}
    </Popover>
  );
}

function RuleForm({ hunt }: { hunt: Hunt }) {
  const client = useTRPCClient();
  const router = useRouter();
  const { text } = useReading();
  const { runId } = useRun();
  const { add } = useDrafts();
  const [title, setTitle] = useState('');
  const { table, query } = hunt.state;
  const make = useMutation({
    mutationFn: () =>
      client.rule.fromHunt.query({
        runId,
        table,
        query,
        ...(title.trim() === '' ? {} : { title: title.trim() }),
      }),
    onSuccess: ({ text: rule }) => {
      const params = new URLSearchParams({ rule: add(rule) });
      router.push(`/runs/${runId}/rules?${params}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
      className="flex w-[320px] flex-col gap-3 p-2"
    >
      <Field
        label={text.hunt.toRuleTitle}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.target.value)}
        hint={text.hunt.toRuleNote}
      />
      {make.isError && <ErrorState error={make.error} />}
      <Button type="submit" kind="primary" disabled={make.isPending}>
        {text.hunt.toRuleAct}
      </Button>
    </form>
  );
}

/** The parameters of the address that are the question, and not what is open in its answer. */
function askOf(): string {
  const params = new URLSearchParams(window.location.search);
  params.delete('rec');
  return params.toString();
}

function SaveForm({ hunt, close }: { hunt: Hunt; close: () => void }) {
  const toast = useToast();
  const { text } = useReading();
  const hunts = useOwnHunts();
  const [title, setTitle] = useState('');
  const [hypothesis, setHypothesis] = useState('');
  const [technique, setTechnique] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return setTried(true);
    const ask = askOf();
    hunts.add({
      id: `${hunt.state.mode} ${ask}`,
      title: title.trim(),
      hypothesis: hypothesis.trim(),
      technique: technique.trim(),
      ask,
    });
    toast({ severity: 'good', text: text.hunt.savedHere });
    close();
  };
  return (
    <form onSubmit={submit} className="flex w-[320px] flex-col gap-3 p-2">
      <Field
        label={text.hunt.saveTitle}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.target.value)}
        error={tried && title.trim() === '' ? text.respond.required : undefined}
      />
      <Field
        label={text.hunt.hypothesis}
        value={hypothesis}
        maxLength={600}
        onChange={(event) => setHypothesis(event.target.value)}
        hint={text.hunt.hypothesisHint}
      />
      <Field
        label={text.hunt.technique}
        value={technique}
        maxLength={80}
        placeholder="T1606"
        onChange={(event) => setTechnique(event.target.value)}
      />
      <p className="m-0 text-12 text-ink-3">{text.hunt.savedWhere}</p>
      <Button type="submit" kind="primary">
        {text.hunt.save}
      </Button>
    </form>
  );
}
