import type { StaffCard } from '@dwell/simulator/router';

export type StaffNode = { person: StaffCard; depth: number };

/** People as an indented list, each under their manager; leavers are counted at the time asked for. */
export function staffTree(staff: readonly StaffCard[]): StaffNode[] {
  const byManager = new Map<string | null, StaffCard[]>();
  const ids = new Set(staff.map((person) => person.id));
  for (const person of staff) {
    const manager =
      person.manager !== null && ids.has(person.manager) && person.manager !== person.id
        ? person.manager
        : null;
    byManager.set(manager, [...(byManager.get(manager) ?? []), person]);
  }
  const nodes: StaffNode[] = [];
  const seen = new Set<string>();
  const visit = (manager: string | null, depth: number) => {
    for (const person of byManager.get(manager) ?? []) {
      if (seen.has(person.id)) continue;
      seen.add(person.id);
      nodes.push({ person, depth });
      visit(person.id, depth + 1);
    }
  };
  visit(null, 0);
  // A circle of managers reaches nobody from the top; show its people all the same.
  for (const person of staff) if (!seen.has(person.id)) nodes.push({ person, depth: 0 });
  return nodes;
}
