'use client';

import { useId, type FormEvent } from 'react';
import type { WashLine } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { useTypedHere } from '../report/use-typed-here.ts';
import { Button } from '../ui/button.tsx';
import { CONTROL } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWash } from './wash-book.tsx';

/** Strengths at the left, gaps at the right, as everybody writes them. */
export function WashColumns() {
  return (
    <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
      <WashColumn kind="strength" />
      <WashColumn kind="gap" />
    </div>
  );
}

function WashColumn({ kind }: { kind: WashLine['kind'] }) {
  const { text } = useReading();
  const { lines, mayWrite } = useWash();
  const words = text.wash;
  const own = lines.filter((line) => line.kind === kind);
  return (
    <Panel
      title={kind === 'strength' ? words.strengths : words.gaps}
      aside={words.count(own.length)}
    >
      {own.length === 0 ? (
        <p className="m-0 mb-3 text-13 text-ink-3">{words.none}</p>
      ) : (
        <ol className="m-0 mb-3 list-none p-0">
          {own.map((line, at) => (
            <WashRow key={line.id} line={line} place={at + 1} />
          ))}
        </ol>
      )}
      {mayWrite && <WashForm kind={kind} />}
    </Panel>
  );
}

function WashRow({ line, place }: { line: WashLine; place: number }) {
  const { text } = useReading();
  const { exerciseId, team, nameOf, act, busy, mayWrite, mayRemove } = useWash();
  const [, setPlan] = useTypedHere(exerciseId, `plan.${team}.text`);
  const turn = () => {
    setPlan(line.text);
    document.getElementById('improvement-text')?.focus();
  };
  return (
    <li className="flex items-start gap-3 border-t border-line py-2 first:border-t-0">
      <span aria-hidden="true" className="w-5 shrink-0 text-16 text-ink-3">
        {place}
      </span>
      <p className="m-0 min-w-0 flex-1 text-14 whitespace-pre-line">
        {line.text}
        <span className="ml-2 text-12 text-ink-3">{nameOf(line.by)}</span>
      </p>
      {mayWrite && line.kind === 'gap' && (
        <Button small onClick={turn}>
          {text.wash.turn}
          <span className="sr-only">: {line.text}</span>
        </Button>
      )}
      {mayWrite && mayRemove(line.by) && (
        <IconButton
          icon="close"
          label={text.wash.take(line.text)}
          disabled={busy}
          onClick={() => void act({ do: 'unwash', team, id: line.id })}
        />
      )}
    </li>
  );
}

function WashForm({ kind }: { kind: WashLine['kind'] }) {
  const { text } = useReading();
  const { exerciseId, team, act, busy } = useWash();
  const id = useId();
  const [typed, setTyped] = useTypedHere(exerciseId, `wash.${team}.${kind}`);
  const words = text.wash;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = typed.trim();
    if (said !== '' && (await act({ do: 'wash', team, kind, text: said }))) setTyped('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-1">
      <label htmlFor={id} className="text-12 text-ink-2">
        {kind === 'strength' ? words.addStrength : words.addGap}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          maxLength={400}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-describedby={`${id}-note`}
          className={CONTROL}
        />
        <Button type="submit" disabled={busy || typed.trim() === ''}>
          {words.add}
        </Button>
      </div>
      <span id={`${id}-note`} className="text-12 text-ink-3">
        {kind === 'strength' ? words.strengthHint : words.gapHint}
      </span>
    </form>
  );
}
