/** Exit codes of the command line: 1 an expectation failed, 2 bad input, 3 our fault, 130 interrupted. */
export type ExitCode = 1 | 2 | 3 | 130;

/**
 * An error meant for a person: what is wrong, where, and what to do about it.
 * The stable `code` is for programs; the three sentences are for people.
 */
export class DwellError extends Error {
  override readonly name = 'DwellError';
  readonly code: string;
  readonly what: string;
  readonly where: string;
  readonly todo: string;
  readonly exit: ExitCode;

  constructor(
    code: string,
    parts: { what: string; where: string; todo: string; exit?: ExitCode; cause?: unknown },
  ) {
    super(`${parts.what} · ${parts.where} · ${parts.todo}`, { cause: parts.cause });
    this.code = code;
    this.what = parts.what;
    this.where = parts.where;
    this.todo = parts.todo;
    this.exit = parts.exit ?? 2;
  }
}

/** Bad input: exit 2. `what` is wrong, `where` it stands, `todo` mends it. */
export function badInput(code: string, what: string, where: string, todo: string): DwellError {
  return new DwellError(code, { what, where, todo });
}

/** Our own fault: exit 3. Thrown by invariants, which stay on in production. */
export function ourFault(code: string, what: string, where: string): DwellError {
  return new DwellError(code, {
    what,
    where,
    todo: 'please report it with the command that repeats it',
    exit: 3,
  });
}

/** Throws `ourFault` unless the condition holds. */
export function invariant(condition: boolean, what: string, where: string): asserts condition {
  if (!condition) throw ourFault('INVARIANT', what, where);
}
