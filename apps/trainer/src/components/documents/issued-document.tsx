'use client';

import type { DocumentCard, Form, FormField } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import type { DocumentFinding } from '@/exercise/types.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { SimTimeText } from '../ui/sim-time.tsx';
import { ClockMet } from './clock-met.tsx';
import { markWords } from './mark-words.ts';

type Props = {
  card: DocumentCard;
  form: Form | undefined;
  /** Opens another issued document, such as one that this contradicts. */
  onOpen: (sequence: number) => void;
};

/** A document as it went out, with the checker's notes in the margin at the very words they mean. */
export function IssuedDocument({ card: told, form, onOpen }: Props) {
  const { text, language } = useReading();
  const { run } = useRun();
  const { nameOf, roleName } = usePeople();
  const clock = useSection('clocks')?.clocks.find((each) => each.rule === told.rule);
  const known = form?.fields ?? [];
  const extra: readonly FormField[] = Object.keys(told.document.fields)
    .filter((id) => !known.some((field) => field.id === id))
    .map((id) => ({ id, label: { en: id, ko: id }, kind: 'text', required: false }));
  const fields = [...known, ...extra];
  const card = { ...told, findings: inReadingOrder(told.findings, fields) };
  const astray = card.findings.filter(
    (finding) => !fields.some((field) => field.id === finding.field),
  );
  return (
    <article className="flex flex-col gap-6 p-8 max-lg:p-5">
      <header>
        <p className="m-0 text-12 text-ink-3">{form && text.documents.audiences[form.audience]}</p>
        <h3 className="m-0 text-20 font-semibold">
          {form ? pickText(language, form.title) : card.document.form}
        </h3>
        <p className="m-0 mt-1 text-13 text-ink-2">
          {text.documents.outBy(nameOf(card.by, card.role), roleName(card.role))}{' '}
          <SimTimeText calendar={run.calendar} at={card.at} form="full" />
        </p>
        {clock && (
          <div className="mt-2 text-13 text-ink-2">
            <ClockMet clock={clock} />
          </div>
        )}
        <p className="m-0 mt-3">
          {card.findings.length === 0 ? (
            <Badge severity="good">{text.documents.clean}</Badge>
          ) : (
            <Badge
              severity={card.findings.some((f) => f.severity === 'major') ? 'severe' : 'attention'}
            >
              {text.documents.notes(formatCount(card.findings.length))}
            </Badge>
          )}
        </p>
      </header>
      <div lang={card.document.language} className="flex flex-col">
        {fields.map((field) => (
          <FieldText key={field.id} card={card} field={field} onOpen={onOpen} />
        ))}
        {astray.map((finding) => (
          <Note
            key={finding.code}
            finding={finding}
            number={card.findings.indexOf(finding) + 1}
            onOpen={onOpen}
          />
        ))}
      </div>
    </article>
  );
}

/** Notes in the order in which the eye meets what they mean; what is missing stands at the end of its field. */
function inReadingOrder(
  findings: readonly DocumentFinding[],
  fields: readonly FormField[],
): readonly DocumentFinding[] {
  const place = (finding: DocumentFinding) => {
    const field = fields.findIndex((each) => each.id === finding.field);
    return (field < 0 ? fields.length : field) * 1e6 + (finding.quote?.from ?? 999_999);
  };
  return findings.toSorted((a, b) => place(a) - place(b));
}

function FieldText({ card, field, onOpen }: Pick<Props, 'card' | 'onOpen'> & { field: FormField }) {
  const { text, language } = useReading();
  const written = card.document.fields[field.id] ?? '';
  const notes = card.findings
    .map((finding, at) => ({ finding, number: at + 1 }))
    .filter(({ finding }) => finding.field === field.id);
  if (written === '' && notes.length === 0) return null;
  const shown =
    field.kind === 'choices' ? choiceNames(field, written, card.document.language) : null;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)_300px] gap-8 border-t border-line py-4 max-xl:grid-cols-1 max-xl:gap-3">
      <div className="max-w-[68ch]">
        <h4 className="m-0 mb-1 text-12 font-normal text-ink-3">
          {pickText(language, field.label)}
        </h4>
        {written === '' ? (
          <p className="m-0 text-14 text-ink-3">{text.documents.blank}</p>
        ) : shown !== null ? (
          <p className="m-0 text-14 leading-6">{shown}</p>
        ) : (
          <Marked text={written} field={field.id} findings={card.findings} />
        )}
      </div>
      <div lang={language} className="flex flex-col gap-3">
        {notes.map(({ finding, number }) => (
          <Note key={number} finding={finding} number={number} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

const choiceNames = (field: FormField, written: string, language: 'en' | 'ko'): string =>
  written
    .split(',')
    .map((id) => {
      const choice = field.choices?.find((each) => each.id === id.trim());
      return choice ? pickText(language, choice.label) : id;
    })
    .join(' · ');

function Marked({
  text: written,
  field,
  findings,
}: {
  text: string;
  field: string;
  findings: readonly DocumentFinding[];
}) {
  const { text } = useReading();
  return (
    <p className="m-0 text-14 leading-6 whitespace-pre-line">
      {markWords(written, field, findings).map((stretch, at) => {
        if (stretch.notes.length === 0) return <span key={at}>{stretch.text}</span>;
        const major = stretch.notes.some((n) => findings[n - 1]?.severity === 'major');
        return (
          <mark
            key={at}
            className={classNames(
              'bg-transparent text-ink-1 underline decoration-2 underline-offset-4',
              major ? 'decoration-severe' : 'decoration-attention decoration-dashed',
            )}
          >
            {stretch.text}
            <sup className="ml-px font-mono text-12 text-ink-2">
              <span className="sr-only">{text.documents.note} </span>
              {stretch.notes.join(',')}
            </sup>
          </mark>
        );
      })}
    </p>
  );
}

function Note({
  finding,
  number,
  onOpen,
}: {
  finding: DocumentFinding;
  number: number;
  onOpen: (sequence: number) => void;
}) {
  const { text, language } = useReading();
  const major = finding.severity === 'major';
  return (
    <aside
      className={classNames(
        'border-l-2 pl-3 text-13',
        major ? 'border-severe' : 'border-dashed border-attention',
      )}
    >
      <p className="m-0 flex gap-2 text-12">
        <span className="font-mono text-ink-2">{number}</span>
        <Badge severity={major ? 'severe' : 'attention'}>
          {text.documents.kinds[finding.kind]}
        </Badge>
      </p>
      <p className="m-0 mt-1 text-ink-1">{pickText(language, finding.explanation)}</p>
      {finding.better && (
        <p className="m-0 mt-1 text-ink-2">
          <span className="text-ink-3">{text.documents.better}</span>{' '}
          {pickText(language, finding.better)}
        </p>
      )}
      {finding.against !== undefined && (
        <button
          type="button"
          onClick={() => onOpen(finding.against!)}
          className="mt-1 text-12 text-accent hover:underline"
        >
          {text.documents.against}
        </button>
      )}
    </aside>
  );
}
