'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { redeemLink } from '@/live/auth.ts';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { Brand } from '../ui/brand.tsx';
import { AccountForm } from './account-form.tsx';
import { PasswordForm } from './password-form.tsx';

type Stage = 'checking' | 'password' | 'account';

/** Where the one-time link lands, and where a password lets one in. */
export function SignInScreen({ oidcName }: { oidcName: string | null }) {
  const { text } = useReading();
  const [stage, setStage] = useState<Stage>('checking');
  const [linkFailed, setLinkFailed] = useState(false);
  useEffect(() => {
    let current = true;
    void redeemLink().then((answer) => {
      if (!current) return;
      if (answer === 'welcome-back') window.location.assign('/exercises');
      else setStage(answer === 'choose' ? 'account' : 'password');
      setLinkFailed(answer === 'used');
    });
    return () => {
      current = false;
    };
  }, []);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center px-8 py-6">
        <Link href="/" className="text-ink-1 no-underline">
          <Brand large />
        </Link>
        <div className="ml-auto flex items-center gap-1">
          <ReadingControls />
        </div>
      </header>
      <main className="mx-auto w-full max-w-[400px] px-4 pt-[16dvh] pb-24">
        {stage === 'checking' && (
          <p role="status" className="text-14 text-ink-2">
            {text.signIn.busy}
          </p>
        )}
        {stage === 'password' && <PasswordForm linkFailed={linkFailed} oidcName={oidcName} />}
        {stage === 'account' && <AccountForm />}
      </main>
    </div>
  );
}
