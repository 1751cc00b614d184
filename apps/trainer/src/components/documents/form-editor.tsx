'use client';

import { useState } from 'react';
import type { ExerciseClock, Form } from '@dwell/simulator/router';
import { standingOf } from '@/exercise/authority.ts';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import type { ProposedAct } from '@/exercise/types.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useReasons, ReasonsFields } from '../console/reasons-fields.tsx';
import { StandingNote } from '../console/standing-note.tsx';
import { useProposing } from '../console/use-proposing.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Select } from '../ui/select.tsx';
import { ClockMet } from './clock-met.tsx';
import { type Draft, useDraft } from './draft.ts';
import { FormFieldInput } from './form-field-input.tsx';

const NO_CLOCKS: readonly ExerciseClock[] = [];

/** The clocks that filing a form can meet, those still open first. */
export function clocksOf(form: Form, clocks: readonly ExerciseClock[]): readonly ExerciseClock[] {
  const rank = (clock: ExerciseClock) =>
    (clock.metAt === null ? 0 : 2) + (clock.dueAt === null ? 1 : 0);
  return clocks
    .filter((clock) => form.rules.includes(clock.rule))
    .toSorted((a, b) => rank(a) - rank(b) || (a.dueAt ?? 0) - (b.dueAt ?? 0));
}

/** A form being written. Every stroke is kept; nothing leaves before it is confirmed. */
export function FormEditor({ form, asked }: { form: Form; asked: string | null }) {
  const { text, language } = useReading();
  const room = useRoom();
  const [draft, write, clear] = useDraft(form.id);
  const clocks = clocksOf(form, useSection('clocks')?.clocks ?? NO_CLOCKS);
  const [chosen, setChosen] = useState(asked);
  const clock = clocks.find((each) => each.rule === chosen) ?? clocks[0];
  const rule = clock?.rule ?? form.rules[0];
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const reasons = useReasons(`form.${form.id}`);
  const proposing = useProposing();
  const standing = standingOf(room?.cards ?? [], room?.me.roles ?? [], form.id);
  const inLanguage = draft?.language ?? language;
  const fields = draft?.fields ?? {};
  const lacking = form.fields.filter(
    (field) => field.required && (fields[field.id] ?? '').trim() === '',
  );
  const title = pickText(language, form.title);
  const verb = rule ? text.documents.file : text.documents.issue;
  const send = () => {
    setAsking(false);
    if (standing.how === 'not') return;
    const document = { form: form.id, language: inLanguage, fields: whole(fields) };
    const act: ProposedAct = rule ? { do: 'file', rule, document } : { do: 'issue', document };
    proposing.run({
      act,
      standing,
      reasons: reasons.reasons,
      title,
      onDone: () => {
        clear();
        reasons.clear();
        setTried(false);
      },
    });
  };
  return (
    <article className="flex flex-col gap-6 p-8 max-lg:p-5">
      <Head form={form} draft={draft} inLanguage={inLanguage} write={write} />
      <div className="flex max-w-[72ch] flex-col gap-5">
        {form.fields.map((field) => (
          <FormFieldInput
            key={field.id}
            field={field}
            value={fields[field.id] ?? ''}
            missing={tried && lacking.includes(field)}
            onChange={(value) => write({ fields: { [field.id]: value } }, language)}
          />
        ))}
      </div>
      {clocks.length > 1 && (
        <Select
          label={text.documents.rule}
          value={rule ?? ''}
          onPick={setChosen}
          options={clocks.map((each) => ({
            value: each.rule,
            text: [each.jurisdiction.toUpperCase(), pickText(language, each.title)]
              .filter(Boolean)
              .join(' · '),
          }))}
          className="max-w-[72ch]"
        />
      )}
      {standing.how !== 'not' && (
        <details className="max-w-[72ch]">
          <summary className="text-13 text-ink-2">{text.documents.reasons}</summary>
          <div className="pt-4">
            <ReasonsFields of={reasons} />
          </div>
        </details>
      )}
      <footer className="flex flex-wrap items-center gap-4 border-t border-line pt-5">
        {standing.how !== 'not' && (
          <Button
            kind="primary"
            disabled={proposing.busy}
            onClick={() => (lacking.length > 0 ? setTried(true) : setAsking(true))}
          >
            {standing.how === 'alone' ? verb : text.decide.propose}
          </Button>
        )}
        <StandingNote standing={standing} />
        {tried && lacking.length > 0 && (
          <span role="alert">
            <Badge severity="severe">
              {text.documents.lacking(
                lacking.map((field) => pickText(language, field.label)).join(', '),
              )}
            </Badge>
          </span>
        )}
      </footer>
      {asking && (
        <Confirm
          title={text.respond.confirm(`${verb}: ${title}`)}
          act={standing.how === 'alone' ? verb : text.decide.propose}
          cancel={text.common.cancel}
          busy={proposing.busy}
          onAct={send}
          onCancel={() => setAsking(false)}
        >
          {clock ? <ClockMet clock={clock} /> : <p className="m-0">{text.documents.meetsNone}</p>}
          <p className="m-0 mt-3 text-13">{text.documents.forGood}</p>
        </Confirm>
      )}
    </article>
  );
}

/** What was filled in, without the blanks. */
const whole = (fields: Draft['fields']): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));

function Head({
  form,
  draft,
  inLanguage,
  write,
}: {
  form: Form;
  draft: Draft | null;
  inLanguage: Draft['language'];
  write: ReturnType<typeof useDraft>[1];
}) {
  const { text, language } = useReading();
  return (
    <header className="flex flex-wrap items-start gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1">
        <p className="m-0 text-12 text-ink-3">{text.documents.audiences[form.audience]}</p>
        <h3 className="m-0 text-20 font-semibold">{pickText(language, form.title)}</h3>
        <p role="status" className="m-0 mt-1 text-12 text-ink-3">
          {draft
            ? text.documents.keptAt(
                new Date(draft.wallMs).toLocaleTimeString(language, {
                  hour: '2-digit',
                  minute: '2-digit',
                  hour12: false,
                }),
              )
            : text.documents.keptNone}
        </p>
      </div>
      <Choice
        label={text.documents.language}
        at={inLanguage}
        onPick={(next) => write({ language: next }, next)}
        options={[
          { id: 'en', text: 'English' },
          { id: 'ko', text: '한국어' },
        ]}
      />
    </header>
  );
}
