'use client';

import type { Door, Role } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { CheckList } from '../ui/check-list.tsx';

type Props = {
  seats: Door['teams'][number]['seats'];
  picked: readonly Role[];
  onChange: (roles: readonly Role[]) => void;
  error?: string;
};

/** The roles of a team with how many sit there already. Several may be taken by one person. */
export function SeatList({ seats, picked, onChange, error }: Props) {
  const { text, language } = useReading();
  return (
    <CheckList
      columns={2}
      label={text.join.roles}
      error={error}
      options={seats.map((seat) => ({
        id: seat.role,
        text: pickText(language, seat.title) || (text.world.roles[seat.role] ?? seat.role),
        note: seat.taken === 0 ? text.join.free : text.join.taken(seat.taken),
      }))}
      picked={picked}
      onChange={onChange}
    />
  );
}
