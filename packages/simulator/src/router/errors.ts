import { DwellError } from '@dwell/core';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

/** What a door shows of an error: what is wrong, where, what to do, and a stable code for programs. */
export type ErrorView = { code: string; what: string; where: string; todo: string };

const HTTP_BY_CODE: Readonly<Record<string, TRPCError['code']>> = {
  NO_SUCH: 'NOT_FOUND',
  NO_SUCH_RUN: 'NOT_FOUND',
  NO_SUCH_EXERCISE: 'NOT_FOUND',
  LOG_CONFLICT: 'CONFLICT',
  RUN_NOT_READY: 'PRECONDITION_FAILED',
  RUN_ENDED: 'PRECONDITION_FAILED',
  DISK_FULL: 'PRECONDITION_FAILED',
  NOT_ALLOWED: 'FORBIDDEN',
  TIMEOUT: 'TIMEOUT',
  BACKTEST_CANCELLED: 'CLIENT_CLOSED_REQUEST',
  TOO_MANY: 'TOO_MANY_REQUESTS',
};

/** What a child process answers with when something failed that nobody foresaw; its text is a stack. */
const UNFORESEEN = 'CHILD';

const FAILED: ErrorView = {
  code: 'INTERNAL',
  what: 'Something failed on the server',
  where: 'server',
  todo: 'try again; if it stays, see the server log',
};

function dwellCause(error: unknown): DwellError | null {
  let cause: unknown = error;
  for (let depth = 0; depth < 4 && cause instanceof Error; depth++) {
    if (cause instanceof DwellError) return cause;
    cause = cause.cause;
  }
  return null;
}

/** A `TRPCError` with the right status for a `DwellError`, its cause kept; anything else unchanged. */
export function toTrpcError(error: unknown): TRPCError {
  const ours = dwellCause(error);
  if (ours) {
    const code =
      HTTP_BY_CODE[ours.code] ?? (ours.exit === 3 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST');
    const message = ours.code === UNFORESEEN ? FAILED.what : ours.what;
    return new TRPCError({ code, message, cause: ours });
  }
  if (error instanceof TRPCError) return error;
  return new TRPCError({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something failed on the server',
    cause: error,
  });
}

/** The three sentences for any error of a procedure. Never a stack, never an internal message. */
export function errorView(error: TRPCError): ErrorView {
  const ours = dwellCause(error);
  if (ours?.code === UNFORESEEN) return FAILED;
  if (ours) return { code: ours.code, what: ours.what, where: ours.where, todo: ours.todo };
  if (error.cause instanceof ZodError) {
    const issue = error.cause.issues[0];
    const where = issue?.path.map(String).join('.') || 'the request';
    return {
      code: 'INPUT',
      what: issue?.message ?? 'invalid input',
      where,
      todo: 'correct it and try again',
    };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return FAILED;
  }
  if (error.code === 'UNAUTHORIZED') {
    return {
      code: 'UNAUTHORIZED',
      what: 'You are not signed in',
      where: 'sign-in',
      todo: 'sign in and try again',
    };
  }
  return { code: error.code, what: error.message, where: 'the request', todo: 'check the request' };
}
