import type { Reading } from './reading.ts';
import type { Facts, Finding } from './types.ts';
import { formOf } from './forms.ts';

/** A moment of awareness later than the earliest that can be shown. Needs the calendar. */
export function awareFindings({ aware, document }: Reading, facts: Facts): Finding[] {
  const { calendar, awareAt } = facts;
  if (!calendar || awareAt === null) return [];
  const localMs = calendar.startMs + calendar.offsetMinutes * 60_000 + awareAt;
  if (formOf(document.form)?.audience === 'staff') return [];
  return aware.flatMap((time): Finding[] => {
    const end = time.localMs + (time.exact ? 0 : 86_400_000);
    const late = time.exact ? time.localMs > localMs + 3_600_000 : time.localMs > localMs;
    if (!late || end < localMs) return [];
    return [
      {
        code: 'wrong.aware-late',
        kind: 'wrong',
        severity: 'major',
        field: time.field,
        quote: { text: time.text, from: time.from, to: time.from + time.text.length },
        explanation: {
          en: 'The team can be shown to have known earlier: a message read, an alert judged. The clock runs from there.',
          ko: '더 일찍 알았음을 보일 수 있습니다. 읽은 메시지나 판정한 경보가 있고, 기한은 그때부터입니다.',
        },
        better: {
          en: 'Give the earliest moment that can be proved, and add when it was confirmed.',
          ko: '입증할 수 있는 가장 이른 시점을 쓰고, 확정한 시점을 덧붙이십시오.',
        },
      },
    ];
  });
}
