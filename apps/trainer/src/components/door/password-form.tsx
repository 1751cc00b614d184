'use client';

import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { signIn, signInOidc, type Refusal } from '@/live/auth.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { SeverityMark } from '../ui/badge.tsx';

/** E-mail and password; and the way back in for who has neither. */
export function PasswordForm({
  linkFailed,
  oidcName,
}: {
  linkFailed: boolean;
  oidcName: string | null;
}) {
  const { text } = useReading();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await signIn(email.trim(), password);
    setBusy(false);
    if (answer === null) window.location.assign('/exercises');
    else setRefusal(answer);
  };
  const message = refusal
    ? refusal.code === 'OFFLINE'
      ? `${text.common.offline}. ${text.common.offlineNow}`
      : refusal.status === 429
        ? text.signIn.tooMany
        : text.signIn.wrong
    : linkFailed
      ? text.signIn.linkUsed
      : null;
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <h1 className="m-0 text-28 font-semibold tracking-tight">{text.signIn.title}</h1>
      {message && (
        <p role="alert" className="m-0 flex items-start text-13 text-ink-1">
          <SeverityMark severity={refusal ? 'severe' : 'attention'} />
          <span className="ml-2">{message}</span>
        </p>
      )}
      <Field
        label={text.signIn.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={text.signIn.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" kind="primary" disabled={busy}>
        {busy ? text.signIn.busy : text.signIn.act}
      </Button>
      {oidcName && (
        <Button onClick={() => void signInOidc().then((answer) => setRefusal(answer))}>
          {text.signIn.oidc(oidcName)}
        </Button>
      )}
      <p className="m-0 text-13 text-ink-3">{text.signIn.help}</p>
    </form>
  );
}
