import type { enSentences } from './en-sentences.ts';

/** Sentences made from figures, in Korean. */
export const koSentences: typeof enSentences = {
  attackStarted: (at) => `공격은 ${at}에 시작되었습니다.`,
  noAttack: '이번 실행에는 공격이 없었습니다.',
  detected: (at, after) => `팀은 공격이 시작되고 ${after} 뒤인 ${at}에 이를 탐지했습니다.`,
  notDetected: '팀은 공격을 탐지하지 못했습니다.',
  firstAlert: (at) => `공격에서 비롯된 첫 경보는 ${at}에 발생했습니다.`,
  lost: (accounts, before) =>
    `모두 ${accounts}개 계정이 유출되었으며, 그중 ${before}개는 훈련이 시작되기 전에 유출되었습니다.`,
  lostNone: '유출된 계정은 없습니다.',
  saved: (saved, nothing) =>
    `같은 시드에서 아무 대응도 하지 않으면 ${nothing}개가 유출되므로, 팀은 ${saved}개 계정을 지켜 냈습니다.`,
  savedNone: (more, nothing) =>
    `같은 시드에서 아무 대응도 하지 않으면 ${nothing}개가 유출되며, 팀은 그보다 ${more}개를 더 잃었습니다.`,
  expert: (expert) => `전문가 봇이 대응하면 ${expert}개가 유출됩니다.`,
  contained: (at) => `${at} 이후로는 위조된 요청이 더 이상 성공하지 못했습니다.`,
  notContained: '종료 시점까지도 위조된 요청이 성공하고 있었습니다.',
  clocks: (met, ran, late) =>
    `기산된 법정 기한 ${ran}건 가운데 ${met}건은 지켰고 ${late}건은 늦거나 이행하지 못했습니다.`,
  noClocks: '기산된 법정 기한은 없습니다.',
  papers: (papers, findings, major) =>
    `발신 문서는 ${papers}건이며, 검토에서 지적 사항 ${findings}건(중대 ${major}건)이 나왔습니다.`,
  cost: (cost, hours) =>
    `대응에 든 비용은 ${cost}이며, 고객이 이용하지 못한 시간은 모두 ${hours}시간입니다.`,
  teamScore: (points) => `측정값만으로 산출한 팀 점수는 100점 만점에 ${points}점입니다.`,
  officialFinal: (points) => `공식 점수는 100점 만점에 ${points}점입니다.`,
  officialProvisional: (points, rated, all) =>
    `공식 점수는 현재 100점 만점에 ${points}점이며, 목표 ${all}개 중 ${rated}개만 평가되어 잠정치입니다.`,
  noScore: '아직 점수를 산출할 근거가 없습니다.',
  best: (objective, letter) => `가장 잘한 목표: ${objective}(${letter}).`,
  worst: (objective, letter) => `가장 미흡한 목표: ${objective}(${letter}).`,
  fewest: (title, accounts) => `결과를 가장 크게 바꾸었을 선택: ${title}(계정 ${accounts}개).`,
  plan: (items, complete) =>
    `개선 계획은 ${items}건이며, 그중 ${complete}건이 담당·기한·확인 방법을 모두 갖추었습니다.`,
  equation: (sheet, terms, points) => `${sheet} = ${terms} = ${points}`,
  equationNote:
    '각 항목은 산출할 수 있었던 배점 대비 득점입니다. 산출할 수 없는 항목은 제외하고 나머지를 100점으로 환산합니다.',
  template: (name) => `채점 기준: ${name}`,
  lossNote: '무대응, 문서화된 계획, 전문가는 같은 시드와 같은 시작점에서 봇이 진행한 결과입니다.',
  boundsPending: '비교 기준을 계산하고 있습니다.',
  timelineNote: (shown, all) =>
    `전체 ${all}개 시점 가운데 ${shown}개를 실었습니다. 전체 기록은 부록에 있습니다.`,
  evidenceNote: '근거에 적힌 번호는 부록의 활동 기록 번호이며, 해당 시점을 찾아볼 수 있습니다.',
  estimatesNote:
    '추정 구간은 작성 시점의 실제 값을 포함할 때 옳은 것으로 봅니다. 구간이 좁을수록 점수가 좋고, 실제 값이 구간을 벗어나면 감점됩니다.',
  noEstimates: '추정치를 작성한 사람이 없습니다.',
  inside: '실제 값을 포함',
  above: '과대 추정',
  below: '과소 추정',
  clocksNote:
    '날짜가 명시된 훈련용 자료이며 법률 자문이 아닙니다. 기한은 선언한 때가 아니라 알았음을 증명할 수 있는 가장 이른 때부터 기산합니다.',
  lateBy: (span) => `${span} 지연`,
  early: (span) => `${span} 여유`,
  noDocuments: '제출하거나 발송한 문서가 없습니다.',
  noFindings: '지적 사항이 없습니다.',
  wrote: (who, at, audience, ref) => `수신: ${audience} · ${at} · 작성: ${who} · 기록 ${ref}`,
  noMisses: '드러난 단서 가운데 놓친 것이 없습니다.',
  query: (title, name) => `이를 찾아내는 조회: ${title}(${name})`,
  ruleWould: (title, name) =>
    `이를 계속 감시하는 규칙: ${title}(${name}). 이번 실행에서는 경보를 내지 않았습니다.`,
  ruleWouldAt: (title, name, at) =>
    `이를 계속 감시하는 규칙: ${title}(${name}). 같은 시드에서 ${at}에 경보를 냅니다.`,
  noWhatIfs: '아직 실행해 본 다른 선택이 없습니다.',
  whatIfNote:
    '각 줄은 한 가지만 바꾸어 같은 실행을 다시 시뮬레이션한 결과입니다. 수치는 팀의 실제 결과와의 차이이며, 작을수록 좋습니다.',
  publishedNote:
    '등급: H 공식 자료 또는 독립된 보도 2건 이상 · M 신뢰할 만한 보도 1건 · L 다툼이 있음 · A 자체 가정. 훈련에 등장하는 회사는 가상이며 수치만 비교합니다.',
  peopleNote:
    '기여는 활동 기록을 바탕으로 산출합니다. 누가 조회하고 제안하고 승인하고 반대하고 기록했는지를 보며, 누가 실행 단추를 눌렀는지는 따지지 않습니다.',
  suggested: (letter) => `아직 평가하지 않은 목표입니다. 측정값만으로 본 등급: ${letter}`,
  strengths: '잘한 점',
  gaps: '부족한 점',
  washEmpty: '기록된 내용이 없습니다.',
  planEmpty: '아직 개선 과제가 없습니다. 과제마다 담당, 기한, 확인 방법이 필요합니다.',
  planNote: (complete, all) =>
    `전체 ${all}건 가운데 ${complete}건이 담당·기한·확인 방법을 모두 갖추었습니다.`,
  carriesNote:
    '탐지 규칙이나 플레이북이 첨부된 과제는 “dwell test”로 실행하는 회귀 시험 폴더로 내보낼 수 있습니다.',
  logNote: (shown, all) =>
    `전체 ${all}개 시점 가운데 취한 조치와 본문에서 인용한 것 ${shown}개를 실었습니다. 전체 기록은 JSON과 CSV 파일에 있습니다.`,
  logAll: (all) => `훈련의 모든 시점 ${all}개입니다.`,
  handling: '훈련의 정답이 담겨 있으므로 아직 훈련하지 않은 사람에게 공개하지 마십시오.',
};
