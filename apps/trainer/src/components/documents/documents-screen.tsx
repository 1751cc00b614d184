'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { DocumentCard, Form } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { useForms } from '@/exercise/use-act-name.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { ReadByWatchers } from '../console/for-players.tsx';
import { useListKeys } from '../command/use-list-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useDraft } from './draft.ts';
import { FormEditor } from './form-editor.tsx';
import { IssuedDocument } from './issued-document.tsx';

export const AUDIENCES = ['regulator', 'people', 'market', 'press', 'staff'] as const;
const NONE: readonly DocumentCard[] = [];
const NO_FORMS: readonly Form[] = [];

/** What can be written and to whom, and what has gone out, with what the checker says of it. */
export function DocumentsScreen() {
  const { text } = useReading();
  const forms = useForms();
  const issued = useSection('documents') ?? NONE;
  const address = useSearchParams();
  const list = forms.data ?? NO_FORMS;
  const newest = useMemo(() => issued.toReversed(), [issued]);
  const ids = useMemo(
    () => [
      ...newest.map((card) => `i:${card.sequence}`),
      ...AUDIENCES.flatMap((audience) =>
        list.filter((form) => form.audience === audience).map((form) => `f:${form.id}`),
      ),
    ],
    [list, newest],
  );
  // A clock leads here by its rule: the first form that meets it.
  const rule = address.get('rule');
  const byRule = rule ? list.find((form) => form.rules.includes(rule)) : undefined;
  const at = address.get('at') ?? (byRule ? `f:${byRule.id}` : null);
  const open = (id: string) => setSearchParams({ at: id, rule: null });
  const keys = useListKeys(ids.length, (index) => open(ids[index]!));
  const row = (id: string) => ({
    here: ids[keys.at] === id,
    opened: id === at,
    onOpen: () => open(id),
    itemProps: keys.itemProps(ids.indexOf(id)),
  });
  const form = list.find((each) => `f:${each.id}` === at);
  const card = issued.find((each) => `i:${each.sequence}` === at);
  return (
    <div className="grid min-h-full grid-cols-[300px_minmax(0,1fr)] gap-4 p-4 max-lg:grid-cols-[240px_minmax(0,1fr)]">
      <nav aria-label={text.documents.title} className="flex flex-col gap-4">
        <h2 className="m-0 px-3 text-20 font-semibold">{text.documents.title}</h2>
        {forms.isError && <ErrorState error={forms.error} onRetry={() => void forms.refetch()} />}
        {forms.isPending && <Skeleton className="h-48" />}
        {newest.length > 0 && (
          <section>
            <Heading>{text.documents.issued}</Heading>
            {newest.map((each) => (
              <IssuedRow
                key={each.sequence}
                card={each}
                form={list.find((one) => one.id === each.document.form)}
                {...row(`i:${each.sequence}`)}
              />
            ))}
          </section>
        )}
        {AUDIENCES.map((audience) => {
          const group = list.filter((each) => each.audience === audience);
          if (group.length === 0) return null;
          return (
            <section key={audience}>
              <Heading>{text.documents.audiences[audience]}</Heading>
              {group.map((each) => (
                <FormRow key={each.id} form={each} {...row(`f:${each.id}`)} />
              ))}
            </section>
          );
        })}
      </nav>
      <Panel flush className="self-start">
        {form ? (
          <ReadByWatchers>
            <FormEditor key={form.id} form={form} asked={rule} />
          </ReadByWatchers>
        ) : card ? (
          <IssuedDocument
            key={card.sequence}
            card={card}
            form={list.find((each) => each.id === card.document.form)}
            onOpen={(sequence) => open(`i:${sequence}`)}
          />
        ) : (
          <Empty title={text.documents.pick}>{text.documents.pickNow}</Empty>
        )}
      </Panel>
    </div>
  );
}

const Heading = ({ children }: { children: string }) => (
  <h3 className="m-0 mb-1 px-3 text-12 font-normal text-ink-3">{children}</h3>
);

type RowProps = {
  here: boolean;
  opened: boolean;
  onOpen: () => void;
  itemProps: { ref?: (node: HTMLElement | null) => void };
};

const rowClass = ({ here, opened }: RowProps) =>
  classNames(
    'flex w-full flex-col rounded-md px-3 py-2 text-left',
    opened ? 'bg-accent-soft' : 'hover:bg-surface-3',
    here && 'outline-1 outline-accent',
  );

function FormRow({ form, ...row }: { form: Form } & RowProps) {
  const { text, language } = useReading();
  const [draft] = useDraft(form.id);
  return (
    <button
      type="button"
      {...row.itemProps}
      aria-current={row.opened ? 'true' : undefined}
      onClick={row.onOpen}
      className={rowClass(row)}
    >
      <span className="text-13 text-ink-1">{pickText(language, form.title)}</span>
      {draft && <span className="text-12 text-accent">✎ {text.documents.draft}</span>}
    </button>
  );
}

function IssuedRow({
  card,
  form,
  ...row
}: { card: DocumentCard; form: Form | undefined } & RowProps) {
  const { text, language } = useReading();
  const { run } = useRun();
  const { nameOf } = usePeople();
  const major = card.findings.filter((each) => each.severity === 'major').length;
  return (
    <button
      type="button"
      {...row.itemProps}
      aria-current={row.opened ? 'true' : undefined}
      onClick={row.onOpen}
      className={rowClass(row)}
    >
      <span className="text-13 text-ink-1">
        {form ? pickText(language, form.title) : card.document.form}
      </span>
      <span className="flex gap-3 text-12 text-ink-3">
        <SimTimeText calendar={run.calendar} at={card.at} />
        <span className="min-w-0 truncate">{nameOf(card.by, card.role)}</span>
        {card.findings.length > 0 && (
          <span className={major > 0 ? 'text-severe' : 'text-attention'}>
            {major > 0 ? '◇' : '△'} {text.documents.notes(formatCount(card.findings.length))}
          </span>
        )}
      </span>
    </button>
  );
}
