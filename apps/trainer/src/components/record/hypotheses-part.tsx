'use client';

import type { RecordCard } from '@dwell/simulator/router';
import { entriesOf, type RecordEntry } from '@/exercise/types.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ForPlayers } from '../console/for-players.tsx';
import { Confidence } from '../console/confidence.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Meter } from '../ui/meter.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { EntryHead } from './entry-head.tsx';
import { useEntry } from './use-entry.ts';

type Tag = Extract<RecordEntry, { kind: 'hypothesis' }>['tag'];
const TAGS: readonly Tag[] = [
  'forged-tokens',
  'stolen-passwords',
  'insider-present',
  'insider-left',
  'partner',
  'software-bug',
  'pen-test',
  'hoax',
  'other',
];

/** What the team thinks has happened, with how sure it was at the time. */
export function HypothesesPart({ record }: { record: readonly RecordCard[] }) {
  const { text } = useReading();
  const all = entriesOf(record, 'hypothesis').toReversed();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_380px] items-start gap-4 max-xl:grid-cols-1">
      <Panel flush title={text.record.parts.hypotheses}>
        {all.length === 0 && (
          <Empty title={text.record.hypothesesEmpty}>{text.record.hypothesesNow}</Empty>
        )}
        <ul className="m-0 list-none p-0 pb-2">
          {all.map((card) => (
            <li
              key={card.sequence}
              className="grid grid-cols-[1fr_140px] gap-6 border-t border-line px-4 py-3"
            >
              <div>
                <p className="m-0 text-12 text-accent">{text.record.tags[card.entry.tag]}</p>
                <p className="m-0 max-w-[72ch] text-14 whitespace-pre-line">{card.entry.text}</p>
                <EntryHead by={card.by} role={card.role} at={card.at} />
              </div>
              <div className="flex flex-col justify-center gap-1">
                <span className="figures text-right text-13">{card.entry.confidence} %</span>
                <Meter
                  thin
                  label={`${text.decide.sureShort}: ${card.entry.text}`}
                  share={card.entry.confidence / 100}
                />
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <ForPlayers>
        <HypothesisForm />
      </ForPlayers>
    </div>
  );
}

function HypothesisForm() {
  const { text } = useReading();
  const entry = useEntry();
  const [said, setSaid] = useTyped('record.hypothesis');
  const [tag, setTag] = useTyped('record.hypothesis.tag');
  const [sure, setSure] = useTyped('record.hypothesis.sure');
  const whole = said.trim() !== '' && tag !== '' && sure !== '';
  const submit = () => {
    if (!whole) return;
    entry.write(
      { kind: 'hypothesis', text: said.trim(), tag: tag as Tag, confidence: Number(sure) },
      () => {
        setSaid('');
        setTag('');
        setSure('');
      },
    );
  };
  return (
    <Panel title={text.record.addHypothesis}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-4"
      >
        <Select
          label={text.record.tag}
          value={tag}
          onPick={setTag}
          options={[
            { value: '', text: text.record.tagPick },
            ...TAGS.map((value) => ({ value, text: text.record.tags[value] })),
          ]}
        />
        <TextArea
          label={text.record.hypothesisText}
          hint={text.record.hypothesisHint}
          rows={3}
          value={said}
          onChange={setSaid}
          onSubmit={submit}
        />
        <Confidence label={text.decide.sure} value={sure} onChange={setSure} />
        <Button type="submit" disabled={!whole || entry.busy} className="self-start">
          {text.record.addHypothesisAct}
        </Button>
      </form>
    </Panel>
  );
}
