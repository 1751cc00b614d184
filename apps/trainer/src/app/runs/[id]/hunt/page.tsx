import type { Metadata } from 'next';
import { HuntScreen } from '@/components/hunt/hunt-screen.tsx';

export const metadata: Metadata = { title: 'Hunt · Dwell' };

export default function HuntPage() {
  return <HuntScreen />;
}
