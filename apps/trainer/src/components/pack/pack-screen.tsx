'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { ExerciseCard } from '@dwell/simulator/router';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { DeskGate, Waiting } from '../desk/desk-screen.tsx';
import { useExerciseCard } from '../desk/notes.tsx';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { Choice } from '../ui/choice.tsx';
import { AuthorityCards } from './authority-cards.tsx';
import { EvaluationForms } from './evaluation-forms.tsx';
import { InjectCards } from './inject-cards.tsx';
import { Manual } from './manual.tsx';
import { packOf, PackProvider } from './pack-context.tsx';
import { RunOfShow } from './run-of-show.tsx';
import { type PackPart, useRunningHeads } from './use-running-heads.ts';

const PARTS = ['manual', 'runOfShow', 'cards', 'injects', 'forms'] as const;
const SHEETS: Record<PackPart, () => React.ReactNode> = {
  manual: Manual,
  runOfShow: RunOfShow,
  cards: AuthorityCards,
  injects: InjectCards,
  forms: EvaluationForms,
};

/** The pack on screen as it will come out of the printer. */
export function PackScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DeskGate exerciseId={exerciseId}>
      <PackGate />
    </DeskGate>
  );
}

function PackGate() {
  const card = useExerciseCard();
  return card ? <Pack card={card} /> : <Waiting />;
}

function Pack({ card }: { card: ExerciseCard }) {
  const { language: own } = useReading();
  const { desk } = useDesk();
  const asked = useSearchParams().get('lang');
  const language: Language = asked === 'ko' || asked === 'en' ? asked : own;
  const [parts, setParts] = useState<readonly PackPart[]>(PARTS);
  const trpc = useTRPC();
  const forms = useQuery(trpc.exercise.forms.queryOptions(undefined, { staleTime: Infinity }));
  const pack = useMemo(
    () => packOf(language, desk, card, forms.data ?? []),
    [language, desk, card, forms.data],
  );
  useRunningHeads(desk.row.name, pack.text.pack.partNames, pack.text.pack.controlOnly);
  return (
    <>
      <PackBar language={language} parts={parts} onParts={setParts} />
      <main
        id="work"
        className="pack bg-surface-3 px-4 py-8 text-ink-1 print:bg-transparent print:p-0"
        data-theme="light"
        lang={language}
      >
        <PackProvider value={pack}>
          {PARTS.filter((part) => parts.includes(part)).map((part) => {
            const Sheet = SHEETS[part];
            return (
              <article key={part} className={`sheet sheet-${part}`}>
                <Sheet />
              </article>
            );
          })}
        </PackProvider>
      </main>
    </>
  );
}

type BarProps = {
  language: Language;
  parts: readonly PackPart[];
  onParts: (parts: readonly PackPart[]) => void;
};

function PackBar({ language, parts, onParts }: BarProps) {
  const { text } = useReading();
  const { exerciseId, desk } = useDesk();
  return (
    <header className="no-print flex flex-wrap items-start gap-x-10 gap-y-4 border-b border-line bg-surface-2 px-6 py-4">
      <div>
        <h1 className="m-0 text-20 font-semibold">{text.pack.title}</h1>
        <p className="m-0 text-13 text-ink-2">{desk.row.name}</p>
      </div>
      <Choice
        label={text.pack.language}
        at={language}
        options={[
          { id: 'en', text: 'English' },
          { id: 'ko', text: '한국어' },
        ]}
        onPick={(lang) => setSearchParams({ lang })}
      />
      <CheckList
        columns={2}
        label={text.pack.parts}
        options={PARTS.map((id) => ({
          id,
          text: text.pack.partNames[id],
          note: text.pack.partFor[id],
        }))}
        picked={parts}
        onChange={onParts}
      />
      <div className="ml-auto flex flex-col items-end gap-2">
        <span className="flex items-center gap-2">
          <ReadingControls />
          <Link
            href={`/exercises/${exerciseId}`}
            className={`${buttonClass('quiet')} no-underline`}
          >
            {text.pack.back}
          </Link>
          <Button kind="primary" disabled={parts.length === 0} onClick={() => window.print()}>
            {text.pack.print}
          </Button>
        </span>
        <span className="max-w-[280px] text-right text-12 text-ink-3">{text.pack.printHint}</span>
      </div>
    </header>
  );
}
