'use client';

import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { ruleDescription } from '@/i18n/rule-text.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useToast } from '../ui/toast.tsx';
import type { useDrafts } from './drafts.ts';
import { levelOf, type RuleEntry, titleOf } from './entries.ts';
import { LevelMark } from './level.tsx';
import { rationaleOf } from './rationale-of.ts';
import type { useSave } from './use-save.ts';

type Props = {
  entry: RuleEntry;
  rule: string;
  name: string | null;
  save: ReturnType<typeof useSave>;
  drafts: ReturnType<typeof useDrafts>;
  onSave: () => void;
};

/** What the rule is for, in its author's words, and what has become of its text. */
export function RuleHead({ entry, rule, name, save, drafts, onSave }: Props) {
  const { text, language } = useReading();
  const words = text.rules;
  const { card, draft } = entry;
  const description = card && ruleDescription(language, card);
  const rationale = rationaleOf(rule);
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="m-0 min-w-0 text-16 font-semibold">{titleOf(language, entry)}</h3>
        <LevelMark level={levelOf(entry)} />
        <span className="text-12 text-ink-3">{card?.techniques.join(' · ')}</span>
        <span className="ml-auto flex items-center gap-2">
          <SaveState {...{ entry, name, save, drafts, onSave }} />
        </span>
      </div>
      {card?.teaching && (
        <p className="m-0 text-13 text-attention">
          △ {words.teaching}: {words.teachingNote}
        </p>
      )}
      {(description || rationale || (card && card.falsePositives.length > 0)) && !draft && (
        <details className="text-13 text-ink-2">
          <summary className="w-fit rounded-sm text-ink-2 hover:text-ink-1">
            {words.description}
            {description && <span className="ml-2 text-ink-1">{description}</span>}
          </summary>
          <dl className="m-0 mt-2 grid max-w-[88ch] grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
            {rationale && (
              <>
                <dt className="text-ink-3">{words.rationale}</dt>
                <dd className="m-0">{rationale}</dd>
              </>
            )}
            {card && card.falsePositives.length > 0 && (
              <>
                <dt className="text-ink-3">{words.falsePositives}</dt>
                <dd className="m-0">{card.falsePositives.join(' · ')}</dd>
              </>
            )}
          </dl>
        </details>
      )}
    </header>
  );
}

/** Whether the server has the text, and what can be done about it. */
function SaveState({ entry, name, save, drafts, onSave }: Omit<Props, 'rule'>) {
  const { text } = useReading();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const words = text.rules;
  const { card, draft, key } = entry;
  if (draft)
    return (
      <>
        <span className="text-12 text-ink-3" role="status">
          {words.keptHere}
        </span>
        <Button
          small
          kind="quiet"
          onClick={() => {
            drafts.drop(key);
            toast({
              severity: 'info',
              text: words.discarded,
              undo: { text: text.common.undo, run: () => drafts.put(key, draft) },
            });
          }}
        >
          {words.discard}
        </Button>
        <Button small disabled={save.isPending || name === null} onClick={onSave}>
          {name !== null && name !== card?.name ? words.saveAs(name) : words.save}
        </Button>
      </>
    );
  if (card?.origin !== 'own') return null;
  return (
    <>
      <span className="text-12 text-ink-3">{words.saved}</span>
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <Confirm
          danger
          title={words.removeTitle(card.name)}
          act={words.remove}
          cancel={text.common.cancel}
          onAct={() => {
            setAsking(false);
            save.remove(card);
          }}
          onCancel={() => setAsking(false)}
        >
          {words.removeText}
        </Confirm>
      )}
    </>
  );
}
