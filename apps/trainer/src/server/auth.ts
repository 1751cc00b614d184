import type { BetterAuthOptions } from 'better-auth';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { instructorAccess } from './instructor-access.ts';
import { oidcFromEnvironment } from './oidc.ts';
import { allowedHosts, publicUrl } from './public-url.ts';

const DAY_S = 86_400;

export type AuthOptions = {
  /** better-auth's adapter on the database. */
  storage: NonNullable<BetterAuthOptions['database']>;
  secret: string;
  consumeToken: (token: string) => Promise<boolean>;
};

/** Who may sign in and how: one-time link, e-mail and password, and OpenID Connect when configured. */
export function makeAuth({ storage, secret, consumeToken }: AuthOptions) {
  const oidc = oidcFromEnvironment();
  return betterAuth({
    appName: 'Dwell',
    secret,
    baseURL: { allowedHosts: allowedHosts(), protocol: 'auto' },
    basePath: '/api/auth',
    database: storage,
    telemetry: { enabled: false },
    logger: { level: 'warn', disableColors: true },
    // Nobody signs up: accounts begin with a link from the server's terminal, or with OpenID Connect.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    user: {
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'instructor' } },
    },
    session: {
      expiresIn: 7 * DAY_S,
      updateAge: DAY_S,
      additionalFields: { byLink: { type: 'boolean', input: false, defaultValue: false } },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: { '/sign-in/*': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'dwell',
      useSecureCookies: publicUrl().startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // The launcher replaces this header by the address that really connected, unless told of a proxy.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      trustedProxyHeaders: process.env.DWELL_BEHIND_PROXY === '1',
    },
    plugins: [
      instructorAccess({ consumeToken }),
      ...(oidc ? [genericOAuth({ config: [oidc] })] : []),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
