'use client';

import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { saveAccount, type Refusal } from '@/live/auth.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { SeverityMark } from '../ui/badge.tsx';

const PASSWORD_MIN = 10;

/** After the one-time link: the name, address and password to sign in with next time. */
export function AccountForm() {
  const { text } = useReading();
  const [values, setValues] = useState({ name: '', email: '', password: '', again: '' });
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const set = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  const short = values.password.length < PASSWORD_MIN;
  const differs = values.password !== values.again;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || differs || !values.name.trim() || !values.email.trim()) return;
    const answer = await saveAccount({
      name: values.name.trim(),
      email: values.email.trim(),
      password: values.password,
    });
    if (answer === null) window.location.assign('/exercises');
    else setRefusal(answer);
  };
  const empty = (value: string) => (tried && !value.trim() ? text.signIn.required : undefined);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <h1 className="m-0 text-20 font-semibold tracking-tight">{text.signIn.firstTitle}</h1>
      <p className="m-0 text-14 text-ink-2">{text.signIn.firstLead}</p>
      {refusal && (
        <p role="alert" className="m-0 flex items-start text-13">
          <SeverityMark severity="severe" />
          <span className="ml-2">{refusal.message || text.common.failed}</span>
        </p>
      )}
      <Field
        label={text.signIn.name}
        autoComplete="name"
        value={values.name}
        onChange={set('name')}
        error={empty(values.name)}
      />
      <Field
        label={text.signIn.email}
        type="email"
        autoComplete="username"
        value={values.email}
        onChange={set('email')}
        error={empty(values.email)}
      />
      <Field
        label={text.signIn.password}
        type="password"
        autoComplete="new-password"
        value={values.password}
        onChange={set('password')}
        hint={text.signIn.short}
        error={tried && short ? text.signIn.short : undefined}
      />
      <Field
        label={text.signIn.again}
        type="password"
        autoComplete="new-password"
        value={values.again}
        onChange={set('again')}
        error={tried && differs ? text.signIn.mismatch : undefined}
      />
      <Button type="submit" kind="primary">
        {text.signIn.firstAct}
      </Button>
    </form>
  );
}
