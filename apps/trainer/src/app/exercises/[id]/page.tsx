import type { Metadata } from 'next';
import { DeskScreen } from '@/components/desk/desk-screen.tsx';

export const metadata: Metadata = { title: 'Desk · Dwell' };

export default async function DeskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DeskScreen key={id} exerciseId={id} />;
}
