import type { Metadata } from 'next';
import { NewRunScreen } from '@/components/runs/new-run-screen.tsx';

export const metadata: Metadata = { title: 'New run · Dwell' };

export default function NewRun() {
  return <NewRunScreen />;
}
