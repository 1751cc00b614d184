import type { ReactNode } from 'react';
import { connection } from 'next/server';
import { Providers } from '@/trpc/providers.tsx';
import './globals.css';

export const metadata = { title: 'Dwell' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered on request, so that its scripts carry the request's nonce.
  await connection();
  return (
    <html lang="en">
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
