import type { ReactNode } from 'react';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/noto-sans-kr/wght.css';
import '@/styles/globals.css';
import { CommandProvider } from '@/components/command/command-provider.tsx';
import { ToastProvider } from '@/components/ui/toast.tsx';
import { chooseLanguage, chooseTheme, LANGUAGE_COOKIE, THEME_COOKIE } from '@/i18n/language.ts';
import { ReadingProvider } from '@/i18n/provider.tsx';
import { Providers } from '@/trpc/providers.tsx';

export const metadata: Metadata = { title: 'Dwell' };
export const viewport: Viewport = { colorScheme: 'dark light' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered on request, so that its scripts carry the request's nonce.
  await connection();
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const language = chooseLanguage(jar.get(LANGUAGE_COOKIE)?.value, sent.get('accept-language'));
  const theme = chooseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang={language} data-theme={theme} suppressHydrationWarning>
      <body>
        <Providers>
          <ReadingProvider language={language} theme={theme}>
            <ToastProvider>
              <CommandProvider>{children}</CommandProvider>
            </ToastProvider>
          </ReadingProvider>
        </Providers>
      </body>
    </html>
  );
}
