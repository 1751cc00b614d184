import type { Metadata } from 'next';
import { PackScreen } from '@/components/pack/pack-screen.tsx';

export const metadata: Metadata = { title: 'Pack · Dwell' };

export default async function PackPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <PackScreen key={id} exerciseId={id} />;
}
