import type { Metadata } from 'next';
import { CodeScreen } from '@/components/join/code-screen.tsx';

export const metadata: Metadata = { title: 'Join · Dwell' };

export default function JoinPage() {
  return <CodeScreen />;
}
