import type { Metadata } from 'next';
import { JoinScreen } from '@/components/join/join-screen.tsx';

export const metadata: Metadata = { title: 'Join · Dwell' };

export default async function JoinCodePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return <JoinScreen key={code} code={decodeURIComponent(code)} />;
}
