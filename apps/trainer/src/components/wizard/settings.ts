import { ROLES } from '@dwell/simulator/roles';
import type { ExerciseCard, ExerciseSettings, Role } from '@dwell/simulator/router';

export const LENGTHS = ['lightning', 'full', 'half-day', 'homework'] as const;
export const STAFFINGS = ['none', 'written', 'expert'] as const;
/** One account in so many. */
export const SCALES = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
/** What the numbers of difficulty may be. */
export const BOUNDS = {
  /** Percent; settings keep a share of one. */
  noise: { min: 0, max: 100 },
  /** Percent; settings keep per mille. */
  attackerPace: { min: 10, max: 1000 },
  logGapDays: { min: 0, max: 365 },
} as const;

/** Roles that the smallest useful team has: who decides, who looks, who changes, who tells. */
export const CORE_ROLES: readonly Role[] = [
  'incident-commander',
  'soc-lead',
  'identity',
  'forensics',
  'privacy',
  'communications',
];

/** Roles that an exercise has cards for, in the order of the house. */
export function rolesOf(card: ExerciseCard): readonly Role[] {
  const held = new Set<string>(card.plan.cards.map((each) => each.role));
  return ROLES.filter((role) => held.size === 0 || held.has(role));
}

/** What the wizard begins with: startable as it is. */
export function defaultSettings(
  card: ExerciseCard,
  words: { name: string; team: string },
): ExerciseSettings {
  return {
    name: words.name,
    exercise: card.name,
    seed: 42,
    scale: 10_000,
    length: 'full',
    difficulty: { noise: 1, attackerPace: 1000, logGapDays: 0, staffing: 'written' },
    jurisdictions: card.plan.jurisdictions,
    roles: rolesOf(card),
    teams: [words.team],
    solo: false,
  };
}

/** What is still wrong, by field; empty when the lobby can be opened. */
export function problemsOf(
  settings: ExerciseSettings,
): readonly ('seed' | 'roles' | 'teams' | 'difficulty')[] {
  const { noise, attackerPace, logGapDays } = settings.difficulty;
  const within = (value: number, { min, max }: { min: number; max: number }) =>
    Number.isInteger(value) && value >= min && value <= max;
  const names = settings.teams.map((name) => name.trim());
  const wrong: ('seed' | 'roles' | 'teams' | 'difficulty')[] = [];
  if (!within(settings.seed, { min: 0, max: 999_999_999_999_999 })) wrong.push('seed');
  if (settings.roles.length === 0) wrong.push('roles');
  if (names.length === 0 || names.includes('') || new Set(names).size < names.length)
    wrong.push('teams');
  if (
    !within(Math.round(noise * 1000) / 10, BOUNDS.noise) ||
    !within(attackerPace / 10, BOUNDS.attackerPace) ||
    !within(logGapDays, BOUNDS.logGapDays)
  )
    wrong.push('difficulty');
  return wrong;
}
