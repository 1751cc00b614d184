import type { Text } from '../../scenario/types.ts';

/** What starts a legal clock. Awareness is the earliest that can be proved, not what was declared. */
export type ClockStart =
  | { at: 'aware' | 'intrusion' | 'possible' | 'notice-sent' }
  /** The decision by which the company finds it material. */
  | { at: 'materiality-determined'; decision: string; option: string }
  /** Another rule of the same file was met. */
  | { at: 'filed'; rule: string };

/** `assumed`: the law names no figure ("without delay"); the exercise counts this one, and says so. */
export type ClockLimit = (
  | { hours: number }
  | { calendarDays: number }
  | { businessDays: number }
  | { months: number }
) & { assumed?: boolean };

export type LegalRule = {
  id: string;
  title: Text;
  /** Act and article. */
  source: string;
  starts: ClockStart;
  limit: ClockLimit;
  /** From what size on it applies. For reading: every scenario's access is unlawful, which is enough. */
  threshold?: { people?: number; text: Text };
  content?: Text;
  sanction?: Text;
  /** Each new fact that is found after the first report is to be reported within this time. */
  supplement?: { hours: number };
  /** What meets it besides a filing under its own id. */
  met: { forms?: readonly string[]; responses?: readonly 'notify-people'[] };
};

/** The law of one place over one span of time: a resolved file of `jurisdictions/`. */
export type Jurisdiction = {
  name: string;
  /** Files of one place share it; the one in force on the exercise's date is taken. */
  country: string;
  title: Text;
  /** Local dates; `to` is the first day on which it holds no more. */
  valid: { from: string; to?: string };
  /** Minutes from UTC of the place, for limits in days. */
  offsetMinutes: number;
  /** Local dates on which no business is done, besides Saturdays and Sundays. */
  holidays: readonly string[];
  notice: Text;
  rules: readonly LegalRule[];
};
