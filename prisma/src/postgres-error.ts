import { DwellError } from '@dwell/core';

/** The address without its password. */
export function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password) parsed.password = '***';
    return parsed.toString();
  } catch {
    return 'DATABASE_URL';
  }
}

/** Checks that `url` is a PostgreSQL address. Errors: `DATABASE_URL`. */
export function checkUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new DwellError('DATABASE_URL', {
    what: 'DATABASE_URL is not the address of a PostgreSQL database',
    where: 'DATABASE_URL',
    todo: 'write postgresql://user:password@host:5432/dwell, or unset it to use the embedded database',
  });
}

/** A failed first query, in words for the person who set DATABASE_URL. */
export function postgresError(cause: unknown, url: string): DwellError {
  const text =
    cause instanceof Error ? (cause.message.trim().split('\n').at(-1) ?? '') : String(cause);
  const reason = /Message: `(.+)`/.exec(text)?.[1] ?? text;
  return new DwellError('DATABASE_DOWN', {
    what: `the PostgreSQL server does not answer as it should (${reason})`,
    where: withoutPassword(url),
    todo: 'check that it runs and that the user, password and database name are right, or unset DATABASE_URL to use the embedded database',
    cause,
  });
}
