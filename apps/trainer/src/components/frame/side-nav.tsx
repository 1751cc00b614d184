'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useExercise, useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { useOpenAlerts } from '../alerts/use-alerts.ts';
import { screensOf } from '../console/screens-of.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { type ScreenId, screenPath } from './screens.ts';

/** Above it the exact number does not fit beside an icon. */
const BADGE_MAX = 999;

/** The screens of a run, with the letter that goes there. */
export function SideNav({ runId }: { runId: string }) {
  const { text } = useReading();
  const path = usePathname();
  const exercise = useExercise();
  const room = useRoom();
  const badges = useBadges();
  const screens = screensOf(exercise === null ? null : (room?.tools ?? []));
  return (
    <nav
      aria-label={text.frame.nav}
      className="flex w-[76px] shrink-0 flex-col gap-1 overflow-y-auto border-r border-line bg-surface-2 px-1 py-2"
    >
      {screens.map((screen) => {
        const href = screenPath(screen.id, runId);
        const here = path === href;
        const badge = badges[screen.id];
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
            {badge && badge.count > 0 && (
              <span className="figures absolute top-0 right-1 min-w-4 rounded-full bg-accent px-1 text-center text-12 leading-4 font-semibold text-on-accent">
                <span aria-hidden="true">
                  {badge.count > BADGE_MAX ? `${BADGE_MAX}+` : badge.count}
                </span>
                <span className="sr-only">{badge.words(formatCount(badge.count))}</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}

type Badges = Partial<Record<ScreenId, { count: number; words: (n: string) => string }>>;

/** What waits behind a screen's name. */
function useBadges(): Badges {
  const { text } = useReading();
  const open = useOpenAlerts();
  const inbox = useSection('inbox');
  const decisions = useSection('decisions');
  return {
    alerts: { count: open, words: text.frame.alertsOpen },
    inbox: {
      count: inbox?.filter((item) => item.read === null).length ?? 0,
      words: text.frame.inboxUnread,
    },
    decide: {
      count:
        decisions?.proposals.filter((each) => each.asksYou && each.effectiveAt === null).length ??
        0,
      words: text.frame.decideAsks,
    },
  };
}
