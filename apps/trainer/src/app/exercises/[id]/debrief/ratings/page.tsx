import type { Metadata } from 'next';
import { RatingsScreen } from '@/components/report/ratings-screen.tsx';

export const metadata: Metadata = { title: 'Ratings · Dwell' };

export default async function RatingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <RatingsScreen key={id} exerciseId={id} />;
}
