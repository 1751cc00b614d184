'use client';

import { useReading } from '@/i18n/provider.tsx';
import { signOut } from '@/live/auth.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Ends the session and goes to the door. */
export function SignOut() {
  const { text } = useReading();
  const leave = async () => {
    await signOut();
    window.location.assign('/');
  };
  return <IconButton icon="out" label={text.frame.signOut} onClick={() => void leave()} />;
}
