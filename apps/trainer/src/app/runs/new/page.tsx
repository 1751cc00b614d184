import type { Metadata } from 'next';
import { NewRunScreen } from '@/components/runs/new-run-screen.tsx';
import { requireInstructor } from '@/server/user.ts';

export const metadata: Metadata = { title: 'New run · Dwell' };

export default async function NewRun() {
  await requireInstructor();
  return <NewRunScreen />;
}
