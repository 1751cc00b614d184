import type { ErrorView } from '@dwell/simulator/router';
import type { Messages } from '@/i18n/en.ts';
import { errorText } from '@/i18n/error-text.ts';
import type { Language } from '@/i18n/language.ts';

/** The three sentences of an error, whatever it is: ours from the server, or no answer at all. */
export function errorParts(
  error: unknown,
  text: Messages,
  language: Language = 'en',
): { what: string; where: string; todo: string; code: string } {
  const view = (error as { data?: { dwell?: ErrorView } } | null)?.data?.dwell;
  if (view) return errorText(language, view);
  const code = (error as { data?: { code?: string } } | null)?.data?.code;
  if (code === 'UNAUTHORIZED')
    return { code, what: text.errors.signedOut, where: '', todo: text.errors.signedOutNow };
  return { code: 'OFFLINE', what: text.common.offline, where: '', todo: text.common.offlineNow };
}
