import type { Metadata } from 'next';
import { ReportScreen } from '@/components/report/report-screen.tsx';

export const metadata: Metadata = { title: 'Report · Dwell' };

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ReportScreen key={id} exerciseId={id} />;
}
