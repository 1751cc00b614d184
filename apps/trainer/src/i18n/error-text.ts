import type { Language } from './language.ts';

/** What the server says most, in Korean, by its stable code; anything else is shown as the server words it. */
const KOREAN: Readonly<Record<string, { what: string; todo: string }>> = {
  INTERNAL: {
    what: '서버에서 문제가 생겼습니다',
    todo: '다시 시도하고, 계속되면 서버 로그를 확인하세요.',
  },
  NO_SUCH_RUN: { what: '그런 실행이 없습니다', todo: '목록에서 다른 실행을 고르세요.' },
  NOT_ALLOWED: {
    what: '이 자리에서 할 수 있는 일이 아닙니다',
    todo: '권한 카드를 확인하거나 강사에게 요청하세요.',
  },
  NO_SUCH_EXERCISE: { what: '그런 훈련이 없습니다', todo: '코드를 강사에게 다시 확인하세요.' },
  HAS_ACCOUNT: {
    what: '이 브라우저에는 강사가 로그인되어 있습니다',
    todo: '시크릿 창이나 다른 브라우저에서 참여하세요.',
  },
  NO_LINK: { what: '이 사람에게는 링크를 만들 수 없습니다', todo: '방에 있는 사람을 고르세요.' },
  PLAYING: {
    what: '혼자 진행 중인 훈련입니다',
    todo: '자리로 돌아가세요. 훈련이 끝나면 진행자 화면이 열립니다.',
  },
  ENDED: { what: '끝난 훈련입니다', todo: '다음 훈련의 코드를 받으세요.' },
  NOT_STARTED: {
    what: '훈련이 아직 시작되지 않았습니다',
    todo: '진행자가 시작할 때까지 기다리세요.',
  },
  ALREADY_ANSWERED: { what: '이미 답한 항목입니다', todo: '덧붙일 말은 글로 쓰세요.' },
  ALREADY_DECIDED: { what: '이미 결정된 일입니다', todo: '결정 화면에서 확인하세요.' },
  NOT_OPEN: { what: '아직 정할 수 없는 일입니다', todo: '질문이 열릴 때까지 기다리세요.' },
  OWN_PROPOSAL: {
    what: '자신의 제안에는 동의할 수 없습니다',
    todo: '다른 사람에게 동의를 구하세요.',
  },
  ALREADY_AGREED: { what: '이미 동의했습니다', todo: '다시 하지 않아도 됩니다.' },
  ALREADY_OBJECTED: { what: '이미 반대했습니다', todo: '반대는 기록에 남아 있습니다.' },
  PROPOSAL: {
    what: '그런 제안이 없습니다',
    todo: '되감기로 없어졌을 수 있습니다. 목록을 확인하세요.',
  },
  HINT: { what: '더 볼 힌트가 없습니다', todo: '진행자에게 도움을 요청하세요.' },
  ALREADY_TAKEN: { what: '이미 본 힌트입니다', todo: '위에서 읽으세요.' },
  NOT_SENT: { what: '아직 오지 않은 항목입니다', todo: '되감기로 없어졌을 수 있습니다.' },
  WITHDRAWN: { what: '거둬들인 항목입니다', todo: '목록에서 다른 것을 고르세요.' },
  RUN_NOT_READY: {
    what: '이전 기록이 아직 준비되지 않았습니다',
    todo: '다 만들어질 때까지 기다리세요.',
  },
  RUN_ENDED: { what: '끝난 실행입니다', todo: '앞선 시점에서 사본을 만드세요.' },
  TIMEOUT: {
    what: '시간 안에 답을 얻지 못했습니다',
    todo: '기간이나 질문을 좁혀 다시 시도하세요.',
  },
  TOO_MANY: { what: '한꺼번에 너무 많이 시도했습니다', todo: '잠시 뒤 다시 시도하세요.' },
  DISK_FULL: { what: '디스크에 자리가 없습니다', todo: '자리를 비우거나 축척을 낮추세요.' },
  LOG_CONFLICT: { what: '그사이 다른 명령이 먼저 기록됐습니다', todo: '다시 시도하세요.' },
  RULE_TEXT: {
    what: '규칙의 내용에 오류가 있습니다',
    todo: '표시된 곳을 고친 뒤 다시 시도하세요.',
  },
  RULE_NAME: {
    what: '규칙의 이름이 없거나 잘못됐습니다',
    todo: '마지막 문서에 소문자와 붙임표로 된 name을 쓰세요.',
  },
  RULE_SCALE: {
    what: '이 축척에서는 기준이 3건보다 작아집니다',
    todo: '기준이나 기간을 늘리거나 더 세밀한 축척으로 실행하세요.',
  },
  BACKTEST_CANCELLED: { what: '시험을 중지했습니다', todo: '다시 시험하세요.' },
  NO_SUCH: { what: '그런 것이 없습니다', todo: '목록에서 다시 고르세요.' },
  WITHDRAW: { what: '되돌릴 조치가 없습니다', todo: '이미 효과를 냈거나 철회됐습니다.' },
};

/** An error's two sentences in the reader's language, as far as they are there. */
export function errorText<View extends { code: string; what: string; todo: string }>(
  language: Language,
  view: View,
): View {
  const korean = language === 'ko' ? KOREAN[view.code] : undefined;
  return korean ? { ...view, ...korean } : view;
}
