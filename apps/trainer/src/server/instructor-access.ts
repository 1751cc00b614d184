import type { AuthContext, BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

type Context = AuthContext;

/** Placeholder until the instructor gives an address of their own; `.invalid` belongs to nobody. */
const FIRST_EMAIL = 'instructor@dwell.invalid';

const Account = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200).toLowerCase(),
  password: z.string().min(10).max(128).optional(),
  currentPassword: z.string().max(128).optional(),
});

function refuse(
  status: 'BAD_REQUEST' | 'UNAUTHORIZED',
  code: string,
  what: string,
  where: string,
  todo: string,
): APIError {
  return new APIError(status, { code, message: what, what, where, todo });
}

async function firstInstructor(context: Context): Promise<{ id: string }> {
  const oldest = { field: 'createdAt', direction: 'asc' } as const;
  const [found] = await context.adapter.findMany<{ id: string }>({
    model: 'user',
    limit: 1,
    sortBy: oldest,
  });
  if (found) return found;
  return context.internalAdapter.createUser(
    { name: 'Instructor', email: FIRST_EMAIL, emailVerified: false },
    { method: 'magic-link' },
  );
}

/** A link proves access to the server's terminal; the proof wears off. */
const LINK_TRUST_MS = 3_600_000;

async function endOtherSessions(context: Context, userId: string, token: string): Promise<void> {
  for (const session of await context.internalAdapter.listSessions(userId)) {
    if (session.token !== token) await context.internalAdapter.deleteSession(session.token);
  }
}

async function setPassword(
  context: Context,
  userId: string,
  byLink: boolean,
  { password, currentPassword }: z.infer<typeof Account>,
): Promise<void> {
  if (password === undefined) return;
  const accounts = await context.internalAdapter.findAccounts(userId);
  const credential = accounts.find(({ providerId }) => providerId === 'credential');
  const old = credential?.password;
  // Who just came by a link may set a new password without the old one.
  const trusted =
    byLink ||
    !old ||
    (await context.password.verify({ hash: old, password: currentPassword ?? '' }));
  if (!trusted) {
    throw refuse(
      'BAD_REQUEST',
      'PASSWORD',
      'that is not your present password',
      'present password',
      'type it again, or sign in with a new link from the server’s terminal',
    );
  }
  const hash = await context.password.hash(password);
  if (credential) await context.internalAdapter.updatePassword(userId, hash);
  else
    await context.internalAdapter.linkAccount({
      userId,
      providerId: 'credential',
      accountId: userId,
      password: hash,
    });
}

/** Sign-in by a one-time link from the server's terminal, and the instructor's own name and password. */
export function instructorAccess({
  consumeToken,
}: {
  consumeToken: (token: string) => Promise<boolean>;
}) {
  return {
    id: 'instructor-access',
    endpoints: {
      /** POST `/api/auth/sign-in/link` `{ token }`: signs the instructor in, once per link. */
      signInLink: createAuthEndpoint(
        '/sign-in/link',
        { method: 'POST', body: z.object({ token: z.string().min(1).max(200) }) },
        async (ctx) => {
          if (!(await consumeToken(ctx.body.token))) {
            throw refuse(
              'UNAUTHORIZED',
              'LINK',
              'this link has been used or has expired',
              'sign-in link',
              'print a new one on the server: npm start -- --sign-in-link',
            );
          }
          const { id } = await firstInstructor(ctx.context);
          const session = await ctx.context.internalAdapter.createSession(
            id,
            false,
            { byLink: true },
            true,
          );
          const user = await ctx.context.internalAdapter.findUserById(id);
          if (!session || !user) throw new APIError('INTERNAL_SERVER_ERROR');
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true, named: user.email !== FIRST_EMAIL });
        },
      ),
      /** POST `/api/auth/account` `{ name, email, password?, currentPassword? }`: one's own account. */
      saveAccount: createAuthEndpoint(
        '/account',
        { method: 'POST', body: Account, use: [sessionMiddleware] },
        async (ctx) => {
          const { user, session } = ctx.context.session;
          const { name, email } = ctx.body;
          const other = await ctx.context.internalAdapter.findUserByEmail(email);
          if (other && other.user.id !== user.id) {
            throw refuse(
              'BAD_REQUEST',
              'EMAIL_TAKEN',
              'somebody else has this e-mail address',
              'e-mail',
              'choose another',
            );
          }
          const justByLink =
            session.byLink === true && Date.now() - session.createdAt.getTime() < LINK_TRUST_MS;
          await setPassword(ctx.context, user.id, justByLink, ctx.body);
          if (ctx.body.password !== undefined)
            await endOtherSessions(ctx.context, user.id, session.token);
          await ctx.context.internalAdapter.updateUser(user.id, { name, email });
          return ctx.json({ ok: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
