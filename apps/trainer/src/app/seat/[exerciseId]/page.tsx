import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { WaitingScreen } from '@/components/waiting/waiting-screen.tsx';
import { getUser } from '@/server/user.ts';

export const metadata: Metadata = { title: 'Your seat · Dwell' };

export default async function SeatPage({ params }: { params: Promise<{ exerciseId: string }> }) {
  const [{ exerciseId }, user] = await Promise.all([params, getUser()]);
  if (!user) redirect('/join');
  return (
    <WaitingScreen
      key={exerciseId}
      exerciseId={exerciseId}
      instructor={user.role === 'instructor'}
    />
  );
}
