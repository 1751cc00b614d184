import type { ErrorView } from '@dwell/simulator/router';
import type { Messages } from '@/i18n/en.ts';

/** The three sentences of an error, whatever it is: ours from the server, or no answer at all. */
export function errorParts(
  error: unknown,
  text: Messages,
): { what: string; where: string; todo: string; code: string } {
  const view = (error as { data?: { dwell?: ErrorView } } | null)?.data?.dwell;
  if (view) return view;
  const code = (error as { data?: { code?: string } } | null)?.data?.code;
  if (code === 'UNAUTHORIZED')
    return { code, what: text.errors.signedOut, where: '', todo: text.errors.signedOutNow };
  return { code: 'OFFLINE', what: text.common.offline, where: '', todo: text.common.offlineNow };
}
