import type { Metadata } from 'next';
import { InboxScreen } from '@/components/inbox/inbox-screen.tsx';

export const metadata: Metadata = { title: 'Inbox · Dwell' };

export default function InboxPage() {
  return <InboxScreen />;
}
