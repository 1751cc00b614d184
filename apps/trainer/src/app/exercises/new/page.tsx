import type { Metadata } from 'next';
import { WizardScreen } from '@/components/wizard/wizard-screen.tsx';

export const metadata: Metadata = { title: 'New exercise · Dwell' };

export default function NewExercise() {
  return <WizardScreen />;
}
