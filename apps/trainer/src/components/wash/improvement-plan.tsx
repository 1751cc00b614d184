'use client';

import { useReading } from '@/i18n/provider.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { ImprovementForm } from './improvement-form.tsx';
import { itemLacks } from './improvement-item.ts';
import { ImprovementRow } from './improvement-row.tsx';
import { useWash } from './wash-book.tsx';

/** What will be mended, by whom, until when: a table to write in, and a form for the next line. */
export function ImprovementPlan() {
  const { text } = useReading();
  const { improvements, owners, mayWrite } = useWash();
  const words = text.plan;
  const whole = improvements.filter((item) => itemLacks(item).length === 0).length;
  const head = [words.text, words.owner, words.due, words.measure, words.status];
  return (
    <>
      <datalist id="improvement-owners">
        {owners.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Panel flush title={words.title} aside={words.summary(whole, improvements.length)}>
        <p className="m-0 max-w-[72ch] px-4 pb-2 text-12 text-ink-3">{words.note}</p>
        {improvements.length === 0 ? (
          <Empty title={words.empty}>{mayWrite ? words.emptyNow : null}</Empty>
        ) : (
          <div className="overflow-x-auto" role="group" aria-label={words.title} tabIndex={0}>
            <table aria-label={words.title} className="w-full min-w-[920px] text-13">
              <thead>
                <tr>
                  {[...head, words.belongs].map((name) => (
                    <th
                      key={name}
                      scope="col"
                      className="px-1 pb-1 text-left text-12 font-normal text-ink-3 first:pl-4"
                    >
                      {name}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="sr-only">{words.removeColumn}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {improvements.map((item, at) => (
                  <ImprovementRow key={item.id} item={item} place={at + 1} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      {mayWrite && <ImprovementForm />}
    </>
  );
}
