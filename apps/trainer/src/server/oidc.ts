import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';

export const OIDC_PROVIDER = 'oidc';

/**
 * OpenID Connect by configuration: DWELL_OIDC_ISSUER, DWELL_OIDC_CLIENT_ID, DWELL_OIDC_CLIENT_SECRET,
 * and DWELL_OIDC_NAME for the button. Whoever the issuer lets in is an instructor; the redirect
 * address to register there is `<url>/api/auth/callback/oidc`. Null when not configured.
 */
export function oidcFromEnvironment(
  env: NodeJS.ProcessEnv = process.env,
): GenericOAuthConfig<'oidc'> | null {
  const {
    DWELL_OIDC_ISSUER: issuer,
    DWELL_OIDC_CLIENT_ID: clientId,
    DWELL_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (!issuer || !clientId) return null;
  return {
    providerId: OIDC_PROVIDER,
    name: env.DWELL_OIDC_NAME || 'single sign-on',
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'profile', 'email'],
  };
}
