import type { Text } from '../scenario/types.ts';

/** Which way a reason pulls: accounts or evidence lost, or saved. */
export type Pull = 'worse' | 'better' | 'neither';

type Reason = { pull: Pull; words: Text };
const reason = (pull: Pull, en: string, ko: string): Reason => ({ pull, words: { en, ko } });

/** Why another outcome came of a change, most telling first. Places in braces are filled. */
export const REASONS = {
  'attacker-returned': reason(
    'worse',
    'The attacker came back {span} after he was shut out: a copy of the key was still there, and the new key (version {key}) had reached it. Revoking the key before its copies are gone only warns him.',
    '공격자가 막힌 지 {span} 만에 돌아왔습니다. 키 사본이 남아 있었고 새 키(버전 {key})가 그곳까지 전달되었기 때문입니다. 사본을 없애기 전에 키를 폐기하면 공격자에게 경고만 주는 셈입니다.',
  ),
  'attacker-reopened': reason(
    'worse',
    'The door came open again: forged tokens were taken once more.',
    '문이 다시 열려 위조 토큰이 또 통했습니다.',
  ),
  'never-shut-out': reason(
    'worse',
    'The attacker was never shut out; with the team he was, on {before}.',
    '공격자가 끝까지 차단되지 않았습니다. 실제로는 {before}에 차단되었습니다.',
  ),
  'served-longer': reason(
    'worse',
    'He got something out {span} longer, the last time on {now}.',
    '공격자가 {span} 더 오래 빼내 갔습니다. 마지막은 {now}입니다.',
  ),
  'attacker-hurried': reason(
    'worse',
    'He was warned, and hurried: {permille} per mille of his own pace.',
    '공격자가 눈치채고 서둘렀습니다. 원래 속도의 천분율 {permille}입니다.',
  ),
  'kept-his-pace': reason(
    'worse',
    'Nothing made him move or slow down: he read on at {now} per mille of his pace, not at {before}.',
    '공격자가 옮기거나 늦출 이유가 없었습니다. 원래 속도의 천분율 {now}(으)로 계속 읽었습니다(실제로는 {before}).',
  ),
  'did-not-give-up': reason(
    'worse',
    'He did not lose patience; with the team he gave up on {before}.',
    '공격자가 포기하지 않았습니다. 실제로는 {before}에 포기했습니다.',
  ),
  'copies-left': reason(
    'worse',
    'The key still lay about in {places} places where he can get at it.',
    '공격자가 손댈 수 있는 키 사본이 {places}곳에 남았습니다.',
  ),
  'evidence-lost': reason(
    'worse',
    '{days} more days of the attack’s logs were gone when somebody looked: its extent can no longer be told.',
    '공격 기간의 로그가 {days}일 더 사라져 규모를 확정할 수 없게 되었습니다.',
  ),
  'device-wiped': reason(
    'worse',
    'The suspect’s device was wiped.',
    '용의자의 기기가 지워졌습니다.',
  ),
  'inject-missed': reason(
    'worse',
    'Nobody saw to “{inject}” in time, and what follows from that followed.',
    '“{inject}”에 제때 대응하지 않아 그 결과가 뒤따랐습니다.',
  ),
  'clock-missed': reason('worse', 'A deadline was missed: {clock}.', '기한을 넘겼습니다: {clock}.'),
  'attacker-moved': reason(
    'neither',
    'He noticed, moved to fresh addresses ({moves} times, not {before}) and slowed down to {pace} per mille of his pace, below what a limit or a volume alarm sees.',
    '공격자가 알아채고 새 주소로 옮겼으며({moves}회, 실제로는 {before}회) 한도나 트래픽 경보에 걸리지 않도록 원래 속도의 천분율 {pace}(으)로 늦췄습니다.',
  ),
  'attacker-slowed': reason(
    'neither',
    'He felt the limit and slowed down to stay under it: {pace} per mille of his pace.',
    '공격자가 속도 제한을 느끼고 그 아래로 늦췄습니다. 원래 속도의 천분율 {pace}입니다.',
  ),
  'served-less-long': reason(
    'better',
    'He got something out for the last time on {now}, {span} sooner.',
    '공격자가 마지막으로 빼내 간 시각이 {span} 당겨졌습니다({now}).',
  ),
  'shut-out-at-all': reason(
    'better',
    'From {now} on no forged token was taken any more; with the team they were to the end.',
    '{now}부터 위조 토큰이 더는 통하지 않았습니다. 실제로는 끝까지 통했습니다.',
  ),
  'stayed-out': reason(
    'better',
    'He did not come back: no copy of the key was left to come back by.',
    '공격자가 돌아오지 못했습니다. 돌아올 때 쓸 키 사본이 남아 있지 않았습니다.',
  ),
  'not-hurried': reason('better', 'Nothing made him hurry.', '공격자가 서두를 일이 없었습니다.'),
  'gave-up': reason(
    'better',
    'He lost patience and gave up on {now}.',
    '공격자가 {now}에 포기했습니다.',
  ),
  'evidence-kept': reason(
    'better',
    '{days} more days of the attack’s logs were kept: its extent can be told.',
    '공격 기간의 로그가 {days}일 더 남아 규모를 더 정확히 말할 수 있습니다.',
  ),
  'inject-met': reason(
    'better',
    '“{inject}” was seen to in time.',
    '“{inject}”에 제때 대응했습니다.',
  ),
  'clock-kept': reason('better', 'A deadline was kept: {clock}.', '기한을 지켰습니다: {clock}.'),
  'first-mail-later': reason(
    'neither',
    'The first mail came {span} later.',
    '첫 메일이 {span} 늦게 왔습니다.',
  ),
  'first-mail-sooner': reason(
    'neither',
    'The first mail came {span} sooner.',
    '첫 메일이 {span} 일찍 왔습니다.',
  ),
  'clocks-sooner': reason(
    'neither',
    'Legal clocks began {span} sooner: the team can be shown to have known by {now}.',
    '법정 기한이 {span} 일찍 시작했습니다. {now}에는 알고 있었음을 증명할 수 있기 때문입니다.',
  ),
  'clocks-later': reason(
    'neither',
    'Legal clocks began {span} later, on {now}.',
    '법정 기한이 {span} 늦게, {now}에 시작했습니다.',
  ),
  'could-not': reason(
    'neither',
    '{count} of the team’s later acts could not be done any more, or needed not.',
    '이후 팀의 행동 {count}건은 할 수 없게 되었거나 필요 없어졌습니다.',
  ),
  'attack-over': reason(
    'neither',
    'Nothing was being taken by then: no account was lost after {before}.',
    '그때는 이미 수집이 끝나 있었습니다. {before} 이후 유출된 계정이 없습니다.',
  ),
  nothing: reason(
    'neither',
    'Nothing at all would have been different.',
    '아무것도 달라지지 않았을 것입니다.',
  ),
  'no-difference': reason(
    'neither',
    'It would have made no difference to what was lost.',
    '유출된 것에는 차이가 없었을 것입니다.',
  ),
  'read-on': reason(
    'worse',
    'From {now} on he read more than he did: what was changed took something out of his way.',
    '{now}부터 공격자가 실제보다 더 많이 읽었습니다. 바뀐 것이 그의 걸림돌을 치운 셈입니다.',
  ),
} satisfies { readonly [code: string]: Reason };

export type ReasonCode = keyof typeof REASONS;
