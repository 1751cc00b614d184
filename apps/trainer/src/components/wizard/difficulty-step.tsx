'use client';

import type { ExerciseCard, ExerciseSettings } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { Select } from '../ui/select.tsx';
import { NumberField } from './number-field.tsx';
import { BOUNDS, SCALES } from './settings.ts';

type Props = {
  card: ExerciseCard;
  settings: ExerciseSettings;
  onChange: (change: Partial<ExerciseSettings>) => void;
};

/** Difficulty as numbers that everybody may read, the seed, and whose law runs. */
export function DifficultyStep({ card, settings, onChange }: Props) {
  const { text, language } = useReading();
  const words = text.wizard;
  const { difficulty } = settings;
  const set = (change: Partial<ExerciseSettings['difficulty']>) =>
    onChange({ difficulty: { ...difficulty, ...change } });
  return (
    <div className="grid grid-cols-3 items-start gap-x-8 gap-y-6 max-lg:grid-cols-1">
      <div className="flex flex-col gap-5">
        <NumberField
          label={words.noise}
          hint={words.noiseHint}
          unit={words.percent}
          {...BOUNDS.noise}
          value={Math.round(difficulty.noise * 1000) / 10}
          onChange={(noise) => set({ noise: noise / 100 })}
        />
        <NumberField
          label={words.pace}
          hint={words.paceHint}
          unit={words.percent}
          {...BOUNDS.attackerPace}
          value={difficulty.attackerPace / 10}
          onChange={(pace) => set({ attackerPace: pace * 10 })}
        />
        <NumberField
          label={words.gaps}
          hint={words.gapsHint}
          unit={words.days}
          {...BOUNDS.logGapDays}
          value={difficulty.logGapDays}
          onChange={(logGapDays) => set({ logGapDays })}
        />
      </div>
      <div className="flex flex-col gap-5">
        <div className="flex items-start gap-2">
          <div className="flex-1">
            <NumberField
              key={settings.seed}
              label={words.seed}
              hint={words.seedHint}
              min={0}
              max={999_999_999_999_999}
              value={settings.seed}
              onChange={(seed) => onChange({ seed })}
            />
          </div>
          <Button
            className="mt-5"
            onClick={() =>
              onChange({ seed: crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000 })
            }
          >
            {words.newSeed}
          </Button>
        </div>
        <Select
          label={words.scale}
          hint={text.create.scaleHint}
          value={String(settings.scale)}
          onPick={(value) => onChange({ scale: Number(value) })}
          options={SCALES.map((value) => ({ value: String(value), text: `1:${value}` }))}
        />
      </div>
      <div className="flex flex-col gap-4">
        <CheckList
          label={words.jurisdictions}
          hint={words.jurisdictionsHint}
          options={card.jurisdictions.map(({ id, title, source }) => ({
            id,
            text: pickText(language, title),
            note: (
              <span className="line-clamp-1" title={source}>
                {source}
              </span>
            ),
          }))}
          picked={settings.jurisdictions}
          onChange={(jurisdictions) => onChange({ jurisdictions })}
        />
      </div>
      <p className="col-span-full m-0 text-13 text-ink-2">{words.difficultyNote}</p>
    </div>
  );
}
