import type { enPapers } from './en-papers.ts';

/** Words of a certificate and of a class report, in Korean. */
export const koPapers: typeof enPapers = {
  certificate: {
    title: '훈련 참가 확인서',
    says: '위 사람은 가상의 온라인 쇼핑몰 침해 사고 훈련에 아래 역할과 목표로 참가하였음을 확인합니다.',
    objectives: '훈련한 목표',
    did: '활동 기록',
    signed: '확인자 서명',
    counts: (did) =>
      `조회 ${did.queried}회, 제안 ${did.proposed}회, 승인 ${did.approved}회, 반대 ${did.objected}회, 기록 ${did.recorded}회, 회신 ${did.answered}회, 경보 판정 ${did.verdicts}건`,
    note: '훈련에 나오는 쇼핑몰, 인물, 네트워크는 모두 가상입니다. 실행 묶음이 있으면 누구나 다시 실행하여 이 체크섬을 확인할 수 있습니다.',
  },
  classReport: {
    title: '학급 보고서',
    about: (teams) =>
      `모두 ${teams}개 팀이며 이름순으로 실었습니다. 처음 하는 훈련은 결과로 순위를 매기지 않습니다. 과정을 먼저 보고 결과를 보십시오.`,
    letters: '목표별 등급',
    lettersNote: '괄호 안은 측정값에 따른 제안이며 아직 평가자가 확정하지 않은 등급입니다.',
    outcome: '결과',
    measures: '측정값 비교',
    loss: '팀별 유출 계정',
    same: '모든 팀이 같은 시나리오와 같은 시드로 훈련했으므로 차이는 팀의 대응에서 비롯된 것입니다.',
    differ: '팀마다 시나리오나 시드가 달라 결과 수치를 서로 비교할 수 없습니다.',
    points: '점수 항목별 득점',
    place: '순위',
    unranked: {
      'first-time': '처음 하는 학급용 채점 기준이므로 순위를 매기지 않습니다.',
      'other-templates': '팀마다 채점 기준이 달라 순위를 매기지 않습니다.',
      'outcome-alone': '결과 말고는 점수를 낼 수 없는 팀이 있어 순위를 매기지 않습니다.',
      'too-few': '점수가 있는 팀이 적어 순위를 매기지 않습니다.',
    },
    gaps: '팀이 꼽은 부족한 점',
    plan: '팀이 세운 개선 과제',
    empty: '아직 마친 팀이 없습니다.',
  },
  lessons: {
    title: '훈련에서 얻은 교훈의 회귀 시험',
    about: (scenario, seed, scale) =>
      `이 폴더의 파일은 모두 개선 계획의 과제에서 나왔습니다. 시나리오 \`${scenario}\`, 시드 ${seed}, 축척 1:${scale}로 다시 실행하여, 탐지 규칙이 여전히 경보를 내고 그때보다 늦지 않은지, 플레이북이 팀보다 많은 계정을 잃지 않는지 확인합니다.`,
    use: (folders) => `\`dwell\` 명령이 설치된 저장소에 이 폴더를 넣고 다음을 실행하십시오.

    npx dwell lint ${folders}
    npx dwell test expectations/*.yml

빌드 서버에서는 \`.github/workflows/lessons.yml\`로 같은 시험을 합니다. 명령에 포함되지 않은 시나리오는 파일을 expectations 옆에 두고 그 파일 이름을 적으십시오.`,
    rulesFile: '팀이 남긴 탐지 규칙: 여전히 경보를 내야 하며 훈련 때보다 늦어서는 안 됩니다.',
    playbookFile: '팀이 남긴 플레이북: 팀보다 많은 계정을 잃어서는 안 됩니다.',
  },
};
