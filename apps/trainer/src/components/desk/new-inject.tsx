'use client';

import type { ControlAct, DeskTeam, Role } from '@dwell/simulator/router';
import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { Select } from '../ui/select.tsx';
import { wholeWording, type Wording, WordingFields } from './wording-fields.tsx';

/** The address's word for an inject that is being written. */
export const NEW_INJECT = 'new';

const CHANNELS = ['mail', 'ticket', 'chat', 'phone', 'news', 'social', 'regulator'] as const;
const EMPTY: Wording = { from: '', subject: { en: '', ko: '' }, body: { en: '', ko: '' } };

/** The first thing to fill in has the focus. */
const focusFirst = (form: HTMLFormElement | null) => form?.querySelector('input')?.focus();

/** A name that no inject of the teams has yet. */
function freeName(teams: readonly DeskTeam[]): string {
  const taken = new Set(teams.flatMap((team) => team.injects.map((inject) => inject.id)));
  let n = 1;
  while (taken.has(`own-${n}`)) n += 1;
  return `own-${n}`;
}

/** An inject of the facilitator's own, sent at once. */
export function NewInject({ team, onDone }: { team: DeskTeam; onDone: () => void }) {
  const { text } = useReading();
  const { desk } = useDesk();
  const { control, busy } = useDeskActs();
  const [to, setTo] = useState<readonly Role[]>([]);
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('mail');
  const [value, setValue] = useState(EMPTY);
  const [forAll, setForAll] = useState(desk.teams.length > 1);
  const whole = wholeWording(value);
  const words = text.injects;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!whole || to.length === 0) return;
    const act: ControlAct = {
      do: 'inject',
      inject: freeName(desk.teams),
      act: 'new',
      wording: whole,
      to,
      channel,
    };
    const answers = [];
    for (const each of forAll ? desk.teams : [team]) answers.push(await control(each.team.id, act));
    if (answers.every(Boolean)) onDone();
  };
  return (
    <form ref={focusFirst} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <CheckList
        label={words.to}
        error={to.length === 0 ? words.needTo : undefined}
        options={team.team.seats.map(({ role }) => ({
          id: role,
          text: text.world.roles[role] ?? role,
        }))}
        picked={to}
        onChange={setTo}
      />
      <Select
        label={words.channel}
        value={channel}
        options={CHANNELS.map((each) => ({
          value: each,
          text: text.world.choices[each] ?? each,
        }))}
        onPick={(each) => setChannel(each as typeof channel)}
      />
      <WordingFields value={value} onChange={setValue} />
      {desk.teams.length > 1 && (
        <label className="inline-flex cursor-pointer items-center gap-2 text-13">
          <input
            type="checkbox"
            className="accent-accent"
            checked={forAll}
            onChange={() => setForAll(!forAll)}
          />
          {words.forAll}
        </label>
      )}
      {!whole && <p className="m-0 text-12 text-ink-3">{words.needText}</p>}
      <Button type="submit" kind="primary" disabled={!whole || to.length === 0 || busy}>
        {words.newAct}
      </Button>
    </form>
  );
}
