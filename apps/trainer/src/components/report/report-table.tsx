'use client';

import type { Block } from '@dwell/scoring/report';
import { classNames } from '../ui/class-names.ts';

type Table = Extract<Block, { is: 'table' }>;

/** A table of the report; one without a head is a list of facts, its first column the names. */
export function ReportTable({ table }: { table: Table }) {
  const { caption, head, rows, widths, right = [], ids, refs = [] } = table;
  const all = widths.reduce((sum, width) => sum + width, 0);
  return (
    <figure className="m-0 mb-5">
      <table aria-label={caption || undefined} className="table-fixed text-12">
        <colgroup>
          {widths.map((width, at) => (
            <col key={at} style={{ width: `${(width / all) * 100}%` }} />
          ))}
        </colgroup>
        {head.length > 0 && (
          <thead>
            <tr className="border-b border-line-strong">
              {head.map((name, at) => (
                <th
                  key={at}
                  scope="col"
                  className={classNames(
                    'py-1 pr-2 align-bottom text-[11px] text-ink-3',
                    right.includes(at) && 'text-right!',
                  )}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, line) => (
            <tr key={line} className="border-b border-line align-top">
              {row.map((cell, at) => (
                <td
                  key={at}
                  id={at === ids ? placeOf(cell) : undefined}
                  className={classNames(
                    'py-1 pr-2 wrap-anywhere whitespace-pre-line',
                    right.includes(at) ? 'text-right' : '[font-variant-numeric:normal]',
                    head.length === 0 && at === 0 && 'text-ink-3',
                  )}
                >
                  {refs.includes(at) ? <Refs cell={cell} /> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {caption && <figcaption className="mt-1 text-[11px] text-ink-3">{caption}</figcaption>}
    </figure>
  );
}

/** Where a moment stands in the log at the end of the report. */
const placeOf = (id: string) => `log-${id}`;

/** Log references, each leading to its line of the log. */
function Refs({ cell }: { cell: string }) {
  return cell.split(', ').map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <a href={`#${encodeURIComponent(placeOf(id))}`} className="text-ink-1 no-underline">
        {id}
      </a>
    </span>
  ));
}
