'use client';

import { autocompletion } from '@codemirror/autocomplete';
import { sql, StandardSQL } from '@codemirror/lang-sql';
import { type EditorView, keymap } from '@codemirror/view';
import { useMemo } from 'react';
import type { HuntTable } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useLatest } from '@/live/use-latest.ts';
import { CodeEditor } from '../code/code-editor.tsx';

type Props = {
  value: string;
  onChange: (text: string) => void;
  onRun: () => void;
  tables: readonly HuntTable[];
  onView: (view: EditorView | null) => void;
};

/** A statement with the tables and columns that there are offered while it is written. */
export default function SqlText({ value, onChange, onRun, tables, onView }: Props) {
  const { text } = useReading();
  const run = useLatest(onRun);
  const extensions = useMemo(() => {
    const schema = Object.fromEntries(
      tables.map((table) => [
        table.name,
        table.columns.map((column) => ({
          label: column.name,
          detail:
            column.enrichment && column.on === false
              ? `${column.type} · ${text.hunt.enrichmentOff}`
              : column.type,
          boost: 1,
        })),
      ]),
    );
    return [
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            run()();
            return true;
          },
        },
      ]),
      sql({
        dialect: StandardSQL,
        schema,
        // Columns of the log that most hunts start from are offered without its name.
        ...(schema['http_activity'] ? { defaultTable: 'http_activity' } : {}),
        upperCaseKeywords: true,
      }),
      autocompletion({ icons: false }),
    ];
  }, [tables, run, text]);
  return (
    <CodeEditor
      label={text.hunt.sql}
      value={value}
      onChange={onChange}
      extensions={extensions}
      onView={onView}
      className="h-full"
    />
  );
}
