import type { Moment } from '@dwell/scoring';
import type { Language } from '@/i18n/language.ts';

export type Lane = Moment['lane'] | 'all';

type Ask = {
  moments: readonly Moment[];
  words: string;
  lane: Lane;
  language: Language;
  nameOf: (by: string) => string;
};

/** The moments whose sentence, person, subject or place in the log holds every word, in order of time. */
export function findMoments({ moments, words, lane, language, nameOf }: Ask): readonly Moment[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return moments.filter((moment) => {
    if (lane !== 'all' && moment.lane !== lane) return false;
    const by = moment.by === null ? '' : nameOf(moment.by);
    const said = moment.text[language] || moment.text.en;
    const whole = `${moment.id} ${said} ${moment.subject} ${by}`.toLocaleLowerCase();
    return wanted.every((word) => whole.includes(word));
  });
}

/** The moment nearest before a time, of things done where there is one; null without any. */
export function momentAt(moments: readonly Moment[], at: number): Moment | null {
  const before = moments.filter((moment) => moment.at <= at);
  return before.findLast((moment) => moment.lane === 'done') ?? before.at(-1) ?? null;
}
