'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useOpenAlerts } from '../alerts/use-alerts.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { SCREENS, screenPath } from './screens.ts';

/** Above it the exact number does not fit beside an icon. */
const BADGE_MAX = 999;

/** The screens of a run, with the letter that goes there. */
export function SideNav({ runId }: { runId: string }) {
  const { text } = useReading();
  const path = usePathname();
  const open = useOpenAlerts();
  return (
    <nav
      aria-label={text.frame.nav}
      className="flex w-16 shrink-0 flex-col gap-1 border-r border-line bg-surface-2 px-1 py-2"
    >
      {SCREENS.map((screen) => {
        const href = screenPath(screen.id, runId);
        const here = path === href;
        return (
          <Link
            key={screen.id}
            href={href}
            aria-current={here ? 'page' : undefined}
            title={`${text.frame[screen.id]} (g ${screen.key})`}
            className={classNames(
              'relative flex h-13 flex-col items-center justify-center gap-1 rounded-md text-12 no-underline',
              here ? 'bg-surface-3 text-ink-1' : 'text-ink-2 hover:bg-surface-3 hover:text-ink-1',
            )}
          >
            {here && (
              <span
                aria-hidden="true"
                className="absolute top-3 bottom-3 -left-1 w-[3px] rounded-full bg-accent"
              />
            )}
            <Icon name={screen.id} className="size-5" />
            {text.frame[screen.id]}
            {screen.id === 'alerts' && open > 0 && (
              <span className="figures absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-12 leading-4 font-semibold text-on-accent">
                <span aria-hidden="true">{open > BADGE_MAX ? `${BADGE_MAX}+` : open}</span>
                <span className="sr-only">{text.frame.alertsOpen(formatCount(open))}</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
