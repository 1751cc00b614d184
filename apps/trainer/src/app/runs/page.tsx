import type { Metadata } from 'next';
import { RunsScreen } from '@/components/runs/runs-screen.tsx';

export const metadata: Metadata = { title: 'Runs · Dwell' };

export default function Runs() {
  return <RunsScreen />;
}
