import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ViewerProvider } from '@/live/viewer.tsx';
import { getUser } from '@/server/user.ts';

/** Everything from here on is for people who are signed in. The procedures check again. */
export default async function SignedIn({ children }: { children: ReactNode }) {
  const user = await getUser();
  if (!user) redirect('/sign-in');
  return (
    <ViewerProvider viewer={{ id: user.id, name: user.name, role: user.role }}>
      {children}
    </ViewerProvider>
  );
}
