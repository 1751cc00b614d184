import type { Metadata } from 'next';
import { RulesScreen } from '@/components/rules/rules-screen.tsx';

export const metadata: Metadata = { title: 'Rules · Dwell' };

export default function RulesPage() {
  return <RulesScreen />;
}
