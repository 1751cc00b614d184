import type { Metadata } from 'next';
import { RespondScreen } from '@/components/respond/respond-screen.tsx';

export const metadata: Metadata = { title: 'Respond · Dwell' };

export default function RespondPage() {
  return <RespondScreen />;
}
