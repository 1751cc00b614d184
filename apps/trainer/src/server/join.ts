import type { NewSession } from '@dwell/prisma';
import type { Door } from '@dwell/simulator/router';
import { ROLES, type Role } from '@dwell/simulator/roles';
import { z } from 'zod';
import { addressOf } from './address.ts';
import type { GuestBook } from './guest-book.ts';
import { guestName } from './guest-name.ts';
import type { Limits } from './limits.ts';
import { logFailure } from './log.ts';
import { refusalOf, refuse, type Refusal } from './refusal.ts';
import { isSameSite } from './same-site.ts';
import { seatCookie, seatToken } from './seat-cookie.ts';
import { smallBody } from './small-body.ts';

const BODY_BYTES_MAX = 4_096;

/** Evaluators and who leads with the instructor come by a link of their own. */
const Body = z.object({
  code: z.string().trim().min(1).max(20),
  name: z
    .string()
    .max(400)
    .transform(guestName)
    .refine((name) => name !== null, 'a name has 1 to 60 characters'),
  kind: z.enum(['trainee', 'observer']).default('trainee'),
  team: z.string().min(1).max(64).optional(),
  roles: z.array(z.enum(ROLES)).max(ROLES.length).optional(),
});
type Ask = z.infer<typeof Body>;

export type JoinParts = {
  guests: GuestBook;
  exercises: {
    door(code: string): Promise<Pick<Door, 'exerciseId'>>;
    join(
      code: string,
      ask: {
        name: string;
        kind: 'trainee' | 'observer';
        team?: string;
        roles?: readonly Role[];
        person: string;
      },
    ): Promise<{ exerciseId: string }>;
  };
  limits: Limits;
  /** Is somebody with an account signed in in this browser? */
  hasAccount(headers: Headers): Promise<boolean>;
};

const OTHER_SITE: Refusal = {
  status: 403,
  code: 'OTHER_SITE',
  what: 'another site sent this',
  where: 'the request',
  todo: 'open the join page of this server',
};
const TOO_MANY: Refusal = {
  status: 429,
  code: 'TOO_MANY',
  what: 'too many tries from this address',
  where: 'the door',
  todo: 'wait a minute and try again',
};
const HAS_ACCOUNT: Refusal = {
  status: 409,
  code: 'HAS_ACCOUNT',
  what: 'an instructor is signed in in this browser',
  where: 'the door',
  todo: 'join from a private window or another browser, or sign out first',
};
const FAILED: Refusal = {
  status: 500,
  code: 'INTERNAL',
  what: 'something failed on the server',
  where: 'server',
  todo: 'try again; if it stays, tell the instructor',
};

function input(what: string, where: string): Refusal {
  return { status: 400, code: 'INPUT', what, where, todo: 'correct it and try again' };
}

async function askOf(request: Request): Promise<Ask | Refusal> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return input('this is not JSON', 'the request');
  const text = await smallBody(request, BODY_BYTES_MAX);
  if (text === null) return input('this is too long', 'the request');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return input('this is not JSON', 'the request');
  }
  const { success, data, error } = Body.safeParse(given);
  if (success) return data;
  const [issue] = error.issues;
  return input(issue!.message, issue!.path.map(String).join('.') || 'the request');
}

function told(status: number, session: Omit<NewSession, 'token'>, cookie?: string): Response {
  const { exerciseId, id: person, name } = session;
  const headers = { 'cache-control': 'no-store', ...(cookie ? { 'set-cookie': cookie } : {}) };
  return Response.json({ exerciseId, person, name }, { status, headers });
}

/** Makes the person, then lets it into the room; what cannot come in leaves nothing behind. */
async function comeIn(
  { guests, exercises }: JoinParts,
  exerciseId: string,
  { code, name, kind, team, roles }: Ask,
): Promise<NewSession> {
  const session = await guests.create({ exerciseId, name });
  const wish = { ...(team === undefined ? {} : { team }), ...(roles ? { roles } : {}) };
  try {
    await exercises.join(code, { name: session.name, kind, person: session.id, ...wish });
    return session;
  } catch (error) {
    await guests.remove(session.id);
    throw error;
  }
}

/** The exercise of a code, which is right or a miss. Errors: as the service says. */
async function behind({ exercises, limits }: JoinParts, code: string, address: string) {
  try {
    const { exerciseId } = await exercises.door(code);
    limits.knocks.right(address);
    return exerciseId;
  } catch (error) {
    await limits.knocks.missed(address);
    throw error;
  }
}

/**
 * `POST /api/join` `{ code, name, kind?, team?, roles? }`: makes a guest and its session. Answers
 * `{ exerciseId, person, name }` with the cookie, 201; 200 for who is in already; else a refusal.
 */
export async function join(parts: JoinParts, request: Request): Promise<Response> {
  const { guests, limits } = parts;
  if (!isSameSite(request)) return refuse(OTHER_SITE);
  const ask = await askOf(request);
  if ('status' in ask) return refuse(ask);
  if (await parts.hasAccount(request.headers)) return refuse(HAS_ACCOUNT);
  const address = addressOf(request.headers);
  if (!limits.joins.take(address) || !limits.knocks.may(address)) return refuse(TOO_MANY);
  try {
    const exerciseId = await behind(parts, ask.code, address);
    const token = seatToken(request.headers);
    const there = token === null ? null : await guests.of(token);
    if (there?.exerciseId === exerciseId) return told(200, there);
    const session = await comeIn(parts, exerciseId, ask);
    return told(201, session, seatCookie(session.token, guests.hours));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) logFailure('join', error);
    return refuse(refusal ?? FAILED);
  }
}
