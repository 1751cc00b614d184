import type { Metadata } from 'next';
import { WallScreen } from '@/components/wall/wall-screen.tsx';

export const metadata: Metadata = { title: 'Wall · Dwell' };

export default async function WallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <WallScreen key={id} exerciseId={id} />;
}
