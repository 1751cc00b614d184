import type { Metadata } from 'next';
import { DebriefScreen } from '@/components/debrief/debrief-screen.tsx';

export const metadata: Metadata = { title: 'Debrief · Dwell' };

export default async function DebriefPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DebriefScreen key={id} exerciseId={id} />;
}
