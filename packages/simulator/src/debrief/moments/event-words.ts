import type { Moment, MomentKind } from '@dwell/scoring';
import type { Text } from '../../scenario/types.ts';

type EventWords = { lane: Moment['lane']; kind: MomentKind; words: Text };

const attack = (en: string, ko: string): EventWords => ({
  lane: 'happened',
  kind: 'attack',
  words: { en, ko },
});
const world = (en: string, ko: string, lane: Moment['lane'] = 'happened'): EventWords => ({
  lane,
  kind: 'world',
  words: { en, ko },
});

/**
 * Events that are moments of their own; those that only echo a command, or are one of very many, are
 * not. Places in braces are filled with the event's values, or with what they name.
 */
export const EVENT_WORDS: { readonly [kind: string]: EventWords } = {
  'key.exported': attack('The signing key was exported', '서명 키가 반출됨'),
  'attacker.tests': attack(
    'Forged tokens were tried on {subjects} numbers',
    '회원 번호 {subjects}개로 위조 토큰을 시험함',
  ),
  'attacker.crawls': attack('Pages are read one by one: {phase}', '페이지를 차례로 수집: {phase}'),
  'attacker.closed': attack(
    'No forged token gets through any more',
    '위조 토큰이 더는 통하지 않음',
  ),
  'attacker.reopened': attack('Forged tokens get through again', '위조 토큰이 다시 통함'),
  'attacker.moved': attack(
    'He moves to a fresh address and slows down',
    '새 주소로 옮기고 속도를 늦춤',
  ),
  'attacker.slowed': attack(
    'He slows down to stay under the limit',
    '한도에 걸리지 않게 속도를 늦춤',
  ),
  'attacker.shut-out': attack('He notices that he is shut out', '막힌 것을 알아챔'),
  'attacker.returned': attack(
    'He is back, with a key from a copy that was left',
    '남아 있던 사본의 키로 돌아옴',
  ),
  'attacker.gone': attack('He gives up', '공격자가 수집을 포기함'),
  'attacker.finished': attack('He has read everything he wanted', '원하는 것을 모두 읽음'),
  'token.issued': attack(
    'A long-lived token was issued to the back office',
    '백오피스에 장기 토큰이 발급됨',
  ),
  'staff.left': world('A colleague’s last day', '직원 한 명의 마지막 근무일', 'seen'),
  'key.published': world(
    'A new signing key is out: version {version}',
    '새 서명 키 공개: 버전 {version}',
  ),
  'key.withdrawn': world(
    'The signing key of version {version} is refused from now on',
    '버전 {version} 서명 키를 이제부터 거부함',
  ),
  'key.copies-removed': world(
    'Copies of the key were found and removed: {found}',
    '키 사본 {found}곳 발견·제거',
  ),
  'response.effective': world('It works from now on: {response}', '이제부터 작동: {response}'),
  'storm.started': world(
    'Customers are signed out and all log in again',
    '고객이 로그아웃되어 한꺼번에 다시 로그인함',
    'seen',
  ),
  'notice.sent': world(
    'The notice goes out to {people} people',
    '{people}명에게 통지가 나감',
    'seen',
  ),
  'canary.touched': world(
    'A canary account was read, the first time that day',
    '그날 처음으로 미끼 계정이 조회됨',
    'seen',
  ),
  'proposal.failed': world(
    'What was agreed upon could no longer be done: {proposal}',
    '동의한 일을 더는 실행할 수 없었음: {proposal}',
  ),
  'inject.sent': {
    lane: 'seen',
    kind: 'inject',
    words: { en: 'Came in: “{inject}”', ko: '도착: “{inject}”' },
  },
  'inject.missed': {
    lane: 'happened',
    kind: 'missed',
    words: { en: 'Nobody saw to “{inject}” in time', ko: '“{inject}”에 제때 대응하지 않음' },
  },
  'effect.contacts': world(
    '{perDay} more contacts a day reach the desk',
    '고객센터에 하루 문의 {perDay}건이 더 들어옴',
  ),
  'effect.attacker-pace': world(
    'The attacker goes on at {permille} per mille of his pace',
    '공격자 속도가 천분율 {permille}(으)로 바뀜',
  ),
  'effect.wipe': world('Evidence is destroyed', '증거가 사라짐'),
  'effect.secondary-harm': world(
    '{people} people are hurt by what others do with their data',
    '유출된 정보로 {people}명이 피해를 봄',
  ),
  'effect.cost': world('{won} won are spent', '{won}원이 듦'),
  'effect.aware': world(
    'From now on it can be proved that the team knew',
    '이때부터 팀이 알고 있었음을 증명할 수 있음',
  ),
  'effect.note': world('{note}', '{note}'),
};
