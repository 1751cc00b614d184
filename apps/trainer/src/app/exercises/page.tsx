import type { Metadata } from 'next';
import { ExercisesScreen } from '@/components/exercises/exercises-screen.tsx';

export const metadata: Metadata = { title: 'Exercises · Dwell' };

export default function Exercises() {
  return <ExercisesScreen />;
}
