import type { ReactNode } from 'react';
import { RunFrame } from '@/components/frame/run-frame.tsx';

export default async function RunLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  return (
    <RunFrame key={id} runId={id}>
      {children}
    </RunFrame>
  );
}
