import type { Desk } from '@dwell/simulator/router';

export type AuditLine = { sequence: number; wallMs: number; who: string | null; what: string };

/**
 * What was done to the room by those who lead it, in words: codes by their names, people and teams by
 * theirs. What trainees did to their own seats is left out; so are ids that nobody can read.
 */
export function auditLines(
  desk: Pick<Desk, 'audit' | 'people' | 'teams'>,
  acts: Readonly<Record<string, string>>,
): readonly AuditLine[] {
  const people = new Map(desk.people.map((person) => [person.id, person]));
  const names = new Map([
    ...desk.people.map((person) => [person.id, person.name] as const),
    ...desk.teams.map(({ team }) => [team.id, team.name] as const),
  ]);
  return desk.audit
    .filter((entry) => {
      const kind = people.get(entry.by)?.kind;
      return kind !== 'trainee' && kind !== 'observer';
    })
    .map(({ sequence, wallMs, by, what }) => {
      const [code = '', ...rest] = what.split(' · ');
      const said = rest
        .map((part) => names.get(part) ?? part)
        .filter((part) => part !== code && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part));
      const unique = [...new Set(said)];
      return {
        sequence,
        wallMs,
        who: people.get(by)?.name ?? null,
        what: [acts[code] ?? code, unique.join(', ')].filter(Boolean).join(': '),
      };
    });
}
