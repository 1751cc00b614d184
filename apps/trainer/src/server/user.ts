import type { Viewer } from '@dwell/simulator';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { server } from './boot.ts';
import { guestViewer } from './guest.ts';

/** Who sent these headers: somebody with an account, else a guest of an exercise; null when nobody is. */
export async function userOf(requestHeaders: Headers): Promise<Viewer | null> {
  const { auth, guests } = await server();
  const session = await auth.api.getSession({ headers: requestHeaders });
  if (!session) return guestViewer(requestHeaders, guests);
  const { id, name } = session.user;
  return { id, name, role: 'instructor' };
}

/** The person a page is rendered for; null when nobody is signed in. For server components. */
export async function getUser(): Promise<Viewer | null> {
  return userOf(await headers());
}

/** For pages that instructors alone have: guests go to their seat, strangers to the door. */
export async function requireInstructor(): Promise<Viewer> {
  const user = await getUser();
  if (user?.role === 'instructor') return user;
  redirect(user?.seat ? `/seat/${user.seat.exerciseId}` : '/sign-in');
}
