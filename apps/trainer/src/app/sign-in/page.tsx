import type { Metadata } from 'next';
import { SignInScreen } from '@/components/door/sign-in-screen.tsx';
import { oidcFromEnvironment } from '@/server/oidc.ts';

export const metadata: Metadata = { title: 'Sign in · Dwell' };

export default function SignIn() {
  return <SignInScreen oidcName={oidcFromEnvironment()?.name ?? null} />;
}
