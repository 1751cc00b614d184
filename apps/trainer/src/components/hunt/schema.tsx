'use client';

import type { HuntTable } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';

/** What can be asked: every table with its columns; a click writes the name into the statement. */
export function Schema({
  tables,
  onPick,
}: {
  tables: readonly HuntTable[];
  onPick: (name: string) => void;
}) {
  const { text } = useReading();
  return (
    <nav aria-label={text.hunt.schema} className="font-mono text-12">
      <h3 className="m-0 px-2 pb-1 font-sans text-12 font-normal text-ink-3">{text.hunt.schema}</h3>
      {tables.map((table) => (
        <details key={table.name}>
          <summary className="row flex items-center rounded-md px-1 text-ink-2 hover:bg-surface-3 hover:text-ink-1">
            {table.name}
          </summary>
          <ul className="m-0 list-none p-0 pb-1 pl-3">
            {table.columns.map((column) => (
              <li key={column.name}>
                <button
                  type="button"
                  onClick={() => onPick(column.name)}
                  className="flex h-6 w-full items-center gap-2 rounded-sm px-1 text-left hover:bg-surface-3"
                >
                  <span className="truncate">{column.name}</span>
                  <span className="ml-auto text-ink-3">{column.type}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
