import { keyMoments } from '../key-moments.ts';
import type { Section } from '../context.ts';

const LANES = ['happened', 'seen', 'done'] as const;
const MOST = 60;

/** Three lanes on one time axis. */
export const timeline: Section = ({ source: { history }, say }) => {
  const { words } = say;
  const shown = keyMoments(history, MOST);
  return [
    { is: 'break', landscape: true },
    { is: 'heading', level: 1, text: words.sections.timeline },
    {
      is: 'text',
      tone: 'note',
      text: words.sentences.timelineNote(
        say.count(shown.length),
        say.count(history.moments.length),
      ),
    },
    {
      is: 'table',
      caption: words.captions.timeline,
      head: [words.heads.time, ...LANES.map((lane) => words.lanes[lane]), words.heads.refs],
      widths: [21, 23, 23, 23, 10],
      refs: [4],
      rows: shown.map((moment) => [
        say.at(moment.at),
        ...LANES.map((lane) => (lane === moment.lane ? say.moment(moment) : '')),
        moment.id,
      ]),
    },
  ];
};
