import type { Metadata } from 'next';
import { ClassScreen } from '@/components/report/class-screen.tsx';

export const metadata: Metadata = { title: 'Class · Dwell' };

export default async function ClassPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ClassScreen key={id} exerciseId={id} />;
}
