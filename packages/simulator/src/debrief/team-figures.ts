import { DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core';
import type { History } from '@dwell/scoring';
import type { Text } from '../scenario/types.ts';
import { grouped, say } from './moments/say.ts';

const NEVER: Text = { en: 'Never', ko: '하지 않음' };
const NOTHING: Text = { en: 'Nothing had happened', ko: '아무 일도 없었음' };

/** A team's own figures, by the row of the published case that they stand beside. */
export const TEAM_FIGURES = {
  'days-undetected': ({ outcome }) =>
    outcome.daysUndetected === null
      ? NOTHING
      : say({ en: '{n} days', ko: '{n}일' }, { n: outcome.daysUndetected }),
  'accounts-lost': ({ outcome }) => say({ en: '{n}', ko: '{n}명' }, { n: outcome.accountsLost }),
  'first-sign': firstSign,
  'key-revoked': (history) => since(history, revokedAt(history)),
  hold: (history) => since(history, history.heldAt?.at ?? null),
  'first-report': (history) => since(history, firstReport(history)),
  'first-estimate': ({ estimates }) => {
    const [first, last] = [estimates[0], estimates.at(-1)];
    if (!first || !last) return { en: 'None was written down', ko: '기록한 추정이 없음' };
    const values = { a: range(first), b: range(last) };
    return first === last
      ? say({ en: '{a}', ko: '{a}' }, values)
      : say({ en: '{a}, at last {b}', ko: '{a}, 마지막에 {b}' }, values);
  },
  notice,
  fine: ({ outcome }) => {
    if (!outcome.fineWon) return { en: 'None to be expected', ko: '예상되지 않음' };
    const { low, high } = outcome.fineWon;
    const values = {
      low: billions(low),
      high: billions(high),
      lowKo: hundredMillions(low),
      highKo: hundredMillions(high),
    };
    return say(
      { en: '{low} to {high} billion won (estimated)', ko: '{lowKo}~{highKo}억 원(추정)' },
      values,
    );
  },
} satisfies { [row: string]: (history: History) => Text };

function firstSign({ alerts, awareAt, outcome }: History): Text {
  const judged = alerts.find(
    ({ verdict }) => verdict?.verdict === 'true' && verdict.at === awareAt,
  );
  if (judged) return say({ en: 'An alert of {rule}', ko: '{rule} 경보' }, { rule: judged.rule });
  if (awareAt === null) return { en: 'Nobody noticed', ko: '아무도 알아차리지 못함' };
  return outcome.detectedAt === awareAt
    ? { en: 'The team declared it', ko: '팀이 먼저 선언함' }
    : { en: 'A mail or ticket that somebody read', ko: '누군가 읽은 메일이나 티켓' };
}

/** How long after awareness; what came before it is said so. */
function since({ awareAt }: History, at: SimTime | null): Text {
  if (at === null) return NEVER;
  if (awareAt === null || at < awareAt) return { en: 'Before anybody knew', ko: '인지하기 전' };
  return duration(at - awareAt);
}

/** When an old key was first refused; a rotation with an overlap leaves it valid for a day. */
function revokedAt({ moments }: History): SimTime | null {
  return moments.find(({ subject }) => subject === 'key.withdrawn')?.at ?? null;
}

function firstReport({ clocks, toldAt }: History): SimTime | null {
  const met = clocks.map(({ metAt }) => metAt).filter((at) => at !== null && at !== toldAt?.at);
  return met.length === 0 ? null : Math.min(...(met as SimTime[]));
}

function notice({ documents }: History): Text {
  const papers = documents.filter(({ audience }) => audience === 'people');
  const last = papers.at(-1);
  if (!last) return { en: 'None went out in words', ko: '글로 나간 통지가 없음' };
  const count = (kind: string) => last.findings.filter((each) => each.kind === kind).length;
  return say(
    {
      en: '{missing} items missing, {minimising} phrases that play it down',
      ko: '빠진 항목 {missing}개, 축소 표현 {minimising}개',
    },
    { missing: count('missing'), minimising: count('minimising') },
  );
}

const range = ({ low, high }: { low: number; high: number }) =>
  low === high ? grouped(low) : `${grouped(low)}–${grouped(high)}`;

const billions = (won: number) => (won / 1e9).toFixed(1);
const hundredMillions = (won: number) => Math.round(won / 1e8);

function duration(ms: number): Text {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (days > 0)
    return say({ en: '{days} d {hours} h', ko: '{days}일 {hours}시간' }, { days, hours });
  return say({ en: '{hours} h {minutes} min', ko: '{hours}시간 {minutes}분' }, { hours, minutes });
}
