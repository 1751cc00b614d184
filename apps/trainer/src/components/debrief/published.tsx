'use client';

import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Empty } from '../ui/empty.tsx';
import { useBoard } from './board.tsx';

const CELL = 'py-3 pr-6 align-top';

/** The case as published beside this team, each figure with how sure it is. */
export function Published() {
  const { text, language } = useReading();
  const { published } = useBoard().debrief;
  const words = text.debrief.published;
  if (published.length === 0) return <Empty title={words.none} />;
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 max-w-[80ch] text-14 text-ink-2 2xl:text-16">{words.lead}</p>
      <table aria-label={text.debrief.tabs.case} className="w-full text-14 2xl:text-20">
        <thead>
          <tr className="text-left text-12 text-ink-3 2xl:text-14">
            {[words.row, words.was, words.team, words.grade].map((name) => (
              <th key={name} scope="col" className="pr-6 pb-1 font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {published.map((row) => (
            <tr key={row.id} className="border-t border-line">
              <th scope="row" className={`${CELL} text-left font-normal text-ink-2`}>
                {pickText(language, row.title)}
              </th>
              <td className={CELL}>{pickText(language, row.published)}</td>
              <td className={`${CELL} font-semibold`}>{pickText(language, row.team)}</td>
              <td className={`${CELL} text-13 text-ink-2 2xl:text-16`}>
                <span className="mr-2 inline-block rounded-sm border border-line-strong px-1 font-mono text-12">
                  {row.grade}
                </span>
                {words.grades[row.grade]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
