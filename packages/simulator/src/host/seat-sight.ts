import type { AuthorityCard, Tool } from '../exercise/types.ts';
import type { Role } from '../scenario/roles.ts';

/** What a seat in an exercise sees and may use: its roles' authority cards together. */
export type SeatSight = {
  exerciseId: string;
  roles: readonly Role[];
  cards: readonly AuthorityCard[];
  tools: ReadonlySet<Tool>;
  /** Tables its hunts see; null: all. */
  tables: ReadonlySet<string> | null;
  /** Knows who leaves and when: HR's knowledge, or of whoever stands in for HR. */
  leavers: boolean;
};

/** The sight of roles, given the cards of everybody in play. */
export function seatSight(
  seat: { exerciseId: string; roles: readonly Role[] },
  inPlay: readonly AuthorityCard[],
): SeatSight {
  const { exerciseId, roles } = seat;
  const cards = inPlay.filter((card) => roles.includes(card.role));
  const tools = new Set(cards.flatMap((card) => card.tools));
  const hunters = cards.filter((card) => card.tools.includes('hunt'));
  const all = hunters.some((card) => card.tables.length === 0);
  return {
    exerciseId,
    roles,
    cards,
    tools,
    tables: all ? null : new Set(hunters.flatMap((card) => card.tables)),
    leavers:
      roles.includes('hr') || (tools.has('staff') && !inPlay.some(({ role }) => role === 'hr')),
  };
}
