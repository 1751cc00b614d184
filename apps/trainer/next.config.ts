import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

// Nothing is reported to anyone: training rooms are often offline, and always private.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  serverExternalPackages: [
    '@dwell/prisma',
    '@dwell/shop',
    '@dwell/simulator',
    '@dwell/telemetry',
    '@duckdb/node-api',
    '@electric-sql/pglite',
    'better-auth',
    'pino',
  ],
};

export default config;
