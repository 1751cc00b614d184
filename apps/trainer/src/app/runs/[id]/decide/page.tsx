import type { Metadata } from 'next';
import { DecideScreen } from '@/components/decide/decide-screen.tsx';

export const metadata: Metadata = { title: 'Decide · Dwell' };

export default function DecidePage() {
  return <DecideScreen />;
}
