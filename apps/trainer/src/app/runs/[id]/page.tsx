import type { Metadata } from 'next';
import { SituationScreen } from '@/components/situation/situation-screen.tsx';

export const metadata: Metadata = { title: 'Situation · Dwell' };

export default function SituationPage() {
  return <SituationScreen />;
}
