import type { Metadata } from 'next';
import { ExercisesScreen } from '@/components/exercises/exercises-screen.tsx';
import { requireInstructor } from '@/server/user.ts';

export const metadata: Metadata = { title: 'Exercises · Dwell' };

export default async function Exercises() {
  await requireInstructor();
  return <ExercisesScreen />;
}
