'use client';

import type { ExerciseCard, ExerciseSettings } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { CONTROL } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { CORE_ROLES, problemsOf, rolesOf, STAFFINGS } from './settings.ts';

type Props = {
  card: ExerciseCard;
  settings: ExerciseSettings;
  onChange: (change: Partial<ExerciseSettings>) => void;
};

const TEAMS_MAX = 8;

/** Who plays: teams, roles, and what becomes of seats that stay empty. */
export function TeamsStep({ card, settings, onChange }: Props) {
  const { text } = useReading();
  const words = text.wizard;
  const wrong = problemsOf(settings);
  const roles = rolesOf(card);
  return (
    <div className="grid grid-cols-2 items-start gap-x-12 gap-y-6 max-lg:grid-cols-1">
      <div className="flex flex-col gap-6">
        <label className="flex cursor-pointer items-start gap-2 text-13">
          <input
            type="checkbox"
            className="mt-[3px] accent-accent"
            checked={settings.solo}
            onChange={() => onChange({ solo: !settings.solo, teams: settings.teams.slice(0, 1) })}
          />
          <span>
            {words.solo}
            <span className="block text-12 text-ink-3">{words.soloHint}</span>
          </span>
        </label>
        {!settings.solo && <TeamNames settings={settings} onChange={onChange} />}
        <Select
          className="max-w-80"
          label={words.staffing}
          value={settings.difficulty.staffing}
          options={STAFFINGS.map((value) => ({ value, text: words.staffings[value] }))}
          onPick={(value) =>
            onChange({
              difficulty: {
                ...settings.difficulty,
                staffing: value as ExerciseSettings['difficulty']['staffing'],
              },
            })
          }
        />
      </div>
      <CheckList
        columns={2}
        label={words.roles}
        hint={words.rolesHint}
        error={wrong.includes('roles') ? words.needRole : undefined}
        options={roles.map((id) => ({ id, text: text.world.roles[id] ?? id }))}
        picked={settings.roles}
        onChange={(picked) => onChange({ roles: picked })}
        aside={
          <>
            <Button small onClick={() => onChange({ roles })}>
              {words.allRoles}
            </Button>
            <Button
              small
              onClick={() => onChange({ roles: roles.filter((role) => CORE_ROLES.includes(role)) })}
            >
              {words.coreRoles}
            </Button>
          </>
        }
      />
    </div>
  );
}

function TeamNames({ settings, onChange }: Omit<Props, 'card'>) {
  const { text } = useReading();
  const words = text.wizard;
  const { teams } = settings;
  const wrong = problemsOf(settings).includes('teams');
  return (
    <fieldset className="m-0 flex max-w-80 flex-col gap-2 border-0 p-0">
      <legend className="mb-1 p-0 text-12 text-ink-2">{words.teams}</legend>
      {teams.map((name, at) => (
        <span key={at} className="flex items-center gap-1">
          <input
            aria-label={words.teamName(at + 1)}
            aria-invalid={wrong && !name.trim() ? true : undefined}
            className={CONTROL}
            maxLength={40}
            value={name}
            onChange={(event) => onChange({ teams: teams.with(at, event.target.value) })}
          />
          <IconButton
            icon="minus"
            label={words.removeTeam(name)}
            disabled={teams.length === 1}
            onClick={() => onChange({ teams: teams.toSpliced(at, 1) })}
          />
        </span>
      ))}
      <span>
        <Button
          small
          disabled={teams.length >= TEAMS_MAX}
          onClick={() => onChange({ teams: [...teams, words.teamName(teams.length + 1)] })}
        >
          {words.addTeam}
        </Button>
      </span>
      <p className={`m-0 text-12 ${wrong ? 'text-critical' : 'text-ink-3'}`}>
        {wrong ? words.needTeam : words.teamsHint}
      </p>
    </fieldset>
  );
}
