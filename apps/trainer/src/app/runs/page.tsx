import type { Metadata } from 'next';
import { RunsScreen } from '@/components/runs/runs-screen.tsx';
import { requireInstructor } from '@/server/user.ts';

export const metadata: Metadata = { title: 'Runs · Dwell' };

export default async function Runs() {
  await requireInstructor();
  return <RunsScreen />;
}
