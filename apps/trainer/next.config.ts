import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

// Nothing is reported to anyone: training rooms are often offline, and always private.
process.env.NEXT_TELEMETRY_DISABLED = '1';

// The content policy is per request and set by src/proxy.ts.
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  },
];

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  headers: async () => [{ source: '/:path*', headers: [...HEADERS] }],
  // Ours are loaded by node itself, see src/server/native.ts.
  serverExternalPackages: ['better-auth', 'pino'],
};

export default config;
