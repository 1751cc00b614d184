import type { Metadata } from 'next';
import { ProgressScreen } from '@/components/report/progress-screen.tsx';
import { requireInstructor } from '@/server/user.ts';

export const metadata: Metadata = { title: 'Progress · Dwell' };

export default async function ProgressPage() {
  await requireInstructor();
  return <ProgressScreen />;
}
