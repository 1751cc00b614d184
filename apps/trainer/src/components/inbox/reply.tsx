'use client';

import { useMemo, useRef, useState } from 'react';
import type { InboxItem } from '@dwell/simulator/router';
import { usePlay } from '@/exercise/use-play.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { TextArea } from '../console/text-area.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Confirm } from '../ui/confirm.tsx';

/** The answer to an item: one of its options with its price, or words, or both; and hints, which cost. */
export function Reply({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  const play = usePlay();
  const [typed, setTyped] = useTyped(`answer.${item.id}`);
  const [option, setOption] = useTyped(`answer.${item.id}.option`);
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'respond',
        title: text.inbox.reply,
        group: 'act',
        keys: 'r',
        run: () => (first.current ?? field.current)?.focus(),
      },
    ],
    [text],
  );
  useCommands(commands);
  // An option is chosen once; words may follow as often as one likes.
  const chosen = item.answers.some((answer) => answer.option !== null);
  const options = chosen ? [] : item.options;
  const picked = options.find((each) => each.id === option);
  const subject = pickText(language, item.subject);
  const send = () => {
    setAsking(false);
    play.run(
      {
        do: 'answer',
        inject: item.id,
        ...(picked ? { option: picked.id } : {}),
        ...(typed.trim() ? { text: typed.trim() } : {}),
      },
      {
        title: text.inbox.answerTo(subject),
        onDone: () => {
          setTyped('');
          setOption('');
        },
      },
    );
  };
  const empty = !picked && typed.trim() === '';
  const submit = () => {
    if (empty) return;
    if (picked?.price) setAsking(true);
    else send();
  };
  return (
    <section aria-label={text.inbox.reply} className="flex flex-col gap-4">
      {!item.answerable && <p className="m-0 text-13 text-ink-3">{text.inbox.notAnswerable}</p>}
      {item.answerable && (
        <>
          {options.length > 0 && (
            <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
              <legend className="mb-1 p-0 text-12 text-ink-2">{text.inbox.options}</legend>
              {options.map((each, at) => (
                <label
                  key={each.id}
                  className={classNames(
                    'flex cursor-pointer items-start gap-3 rounded-md border px-4 py-3 has-focus-visible:outline-2 has-focus-visible:outline-accent',
                    each.id === option
                      ? 'border-accent bg-accent-soft'
                      : 'border-line-strong hover:bg-surface-3',
                  )}
                >
                  <input
                    ref={at === 0 ? first : undefined}
                    type="radio"
                    className="mt-1"
                    name={`option-${item.id}`}
                    checked={each.id === option}
                    onChange={() => setOption(each.id)}
                  />
                  <span className="min-w-0">
                    <span className="block text-14">{pickText(language, each.text)}</span>
                    {each.price && (
                      <span className="mt-1 block text-12 text-ink-2">
                        {text.inbox.price}: {pickText(language, each.price)}
                      </span>
                    )}
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          <TextArea
            ref={field}
            label={options.length > 0 ? text.inbox.words : text.inbox.reply}
            rows={3}
            value={typed}
            onChange={setTyped}
            onSubmit={submit}
            hint={text.console.ctrlEnter}
          />
          <div className="flex items-center gap-3">
            <Button kind="primary" disabled={play.busy || empty} onClick={submit}>
              {text.inbox.answer}
            </Button>
          </div>
        </>
      )}
      <Hints item={item} />
      {asking && picked?.price && (
        <Confirm
          title={text.respond.confirm(pickText(language, picked.text))}
          act={text.inbox.answer}
          cancel={text.common.cancel}
          busy={play.busy}
          onAct={send}
          onCancel={() => setAsking(false)}
        >
          {text.inbox.price}: {pickText(language, picked.price)}
        </Confirm>
      )}
    </section>
  );
}

function Hints({ item }: { item: InboxItem }) {
  const { text, language } = useReading();
  const play = usePlay();
  const [asking, setAsking] = useState(false);
  if (item.hints.length === 0 && item.hintsLeft === 0) return null;
  const price =
    item.hintPrice === undefined
      ? text.inbox.hintPriceUnknown
      : text.inbox.hintPrice(formatCount(item.hintPrice));
  return (
    <section aria-label={text.inbox.hints} className="border-t border-line pt-4">
      {item.hints.map((hint, at) => (
        <p key={at} className="m-0 mb-3 max-w-[68ch] border-l-2 border-accent pl-3 text-14">
          {pickText(language, hint.text)}
          <span className="mt-1 block text-12 text-ink-3">
            {text.inbox.hintPaid(formatCount(hint.price))}
          </span>
        </p>
      ))}
      {item.hintsLeft > 0 && (
        <p className="m-0 flex items-center gap-3 text-12 text-ink-3">
          <Button small disabled={play.busy} onClick={() => setAsking(true)}>
            {text.inbox.hint}
          </Button>
          {text.inbox.hintsLeft(formatCount(item.hintsLeft))} · {price}
        </p>
      )}
      {asking && (
        <Confirm
          title={text.inbox.hintTitle}
          act={text.inbox.hintAct}
          cancel={text.common.cancel}
          onAct={() => {
            setAsking(false);
            play.run({ do: 'hint', inject: item.id }, { title: text.inbox.hint });
          }}
          onCancel={() => setAsking(false)}
        >
          {price}
        </Confirm>
      )}
    </section>
  );
}
