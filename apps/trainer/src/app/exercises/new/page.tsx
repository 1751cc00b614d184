import type { Metadata } from 'next';
import { WizardScreen } from '@/components/wizard/wizard-screen.tsx';
import { requireInstructor } from '@/server/user.ts';

export const metadata: Metadata = { title: 'New exercise · Dwell' };

export default async function NewExercise() {
  await requireInstructor();
  return <WizardScreen />;
}
