'use client';

import { useReading } from '@/i18n/provider.tsx';
import { formatCount } from '@/i18n/format-number.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { ENTRY_GROUPS, groupOf, levelOf, type RuleEntry, titleOf } from './entries.ts';
import { LevelMark } from './level.tsx';

type Props = {
  entries: readonly RuleEntry[];
  picked: string | null;
  onPick: (key: string) => void;
};

/** Every rule of the run by what it does now; `j` and `k` move, Enter opens. */
export function RuleList({ entries, picked, onPick }: Props) {
  const { text } = useReading();
  const { at, itemProps } = useListKeys(entries.length, (index) => onPick(entries[index]!.key));
  const heading = { ...text.rules.states, unsaved: text.rules.unsaved };
  return (
    <nav aria-label={text.rules.title} className="flex flex-col gap-4">
      {ENTRY_GROUPS.map((group) => {
        const members = entries.filter((entry) => groupOf(entry) === group);
        if (members.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="m-0 mb-1 px-3 text-12 font-normal text-ink-3 first-letter:uppercase">
              {heading[group]} <span className="figures">· {members.length}</span>
            </h3>
            <ul className="m-0 list-none p-0">
              {members.map((entry) => {
                const index = entries.indexOf(entry);
                const here = entry.key === picked;
                return (
                  <li key={entry.key}>
                    <button
                      type="button"
                      {...itemProps(index)}
                      aria-current={here ? 'true' : undefined}
                      onClick={() => onPick(entry.key)}
                      className={classNames(
                        'relative flex w-full flex-col gap-1 rounded-md py-2 pr-2 pl-3 text-left',
                        here
                          ? 'bg-surface-3'
                          : index === at
                            ? 'bg-surface-2'
                            : 'hover:bg-surface-2',
                      )}
                    >
                      {here && (
                        <span
                          aria-hidden="true"
                          className="absolute top-2 bottom-2 left-0 w-[3px] rounded-full bg-accent"
                        />
                      )}
                      <EntryLine entry={entry} />
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function EntryLine({ entry }: { entry: RuleEntry }) {
  const { text, language } = useReading();
  const { card, draft } = entry;
  return (
    <>
      <span className="text-13 leading-4 text-ink-1">{titleOf(language, entry)}</span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-0 text-12 text-ink-3">
        <LevelMark level={levelOf(entry)} />
        {card?.techniques[0] && <span>{card.techniques[0]}</span>}
        {card?.state === 'deploying' && (
          <span className="text-accent">{text.rules.states.deploying}</span>
        )}
        {card && (card.alerts > 0 || card.state === 'deployed') && (
          <span className={card.alerts > 0 ? 'text-ink-1' : undefined}>
            {card.alerts > 0 ? text.rules.alerts(formatCount(card.alerts)) : text.rules.noAlerts}
          </span>
        )}
        {card?.origin === 'own' && <span>{text.rules.own}</span>}
        {draft && <span className="text-attention">{text.rules.unsaved}</span>}
        {card?.teaching && <span>{text.rules.teaching}</span>}
        {card && card.needs.length > 0 && (
          <span>
            {text.rules.needsShort(
              card.needs.map((need) => text.world.controls[need] ?? need).join(', '),
            )}
          </span>
        )}
      </span>
    </>
  );
}
