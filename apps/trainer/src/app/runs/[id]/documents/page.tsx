import type { Metadata } from 'next';
import { DocumentsScreen } from '@/components/documents/documents-screen.tsx';

export const metadata: Metadata = { title: 'Documents · Dwell' };

export default function DocumentsPage() {
  return <DocumentsScreen />;
}
