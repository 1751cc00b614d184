import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { getUser } from '@/server/user.ts';

/** Everything from here on is for people who are signed in. The procedures check again. */
export default async function SignedIn({ children }: { children: ReactNode }) {
  if (!(await getUser())) redirect('/sign-in');
  return children;
}
