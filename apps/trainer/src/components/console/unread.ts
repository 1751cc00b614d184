import type { RecordCard } from '@dwell/simulator/router';

export const isSequence = (value: unknown): value is number => typeof value === 'number';

/** How many words of others have come since the one with that sequence number. */
export function unreadOf(chat: readonly RecordCard[], seen: number, me: string): number {
  return chat.filter((card) => card.sequence > seen && card.by !== me).length;
}
