import { Dice } from './dice.ts';

const SYLLABLES = [
  ...['bal', 'cor', 'dim', 'fen', 'gar', 'hul', 'jin', 'kel', 'lom', 'mar', 'nov', 'orb', 'pel'],
  ...['quin', 'ros', 'sil', 'tam', 'ur', 'vex', 'wil', 'yar', 'zan', 'shel', 'net', 'sys', 'host'],
];

/** Invented words that rules and events have in common; in front stands what is common. */
export type Vocabulary = {
  programs: readonly string[];
  folders: readonly string[];
  flags: readonly string[];
  words: readonly string[];
  registry: readonly string[];
  paths: readonly string[];
  agents: readonly string[];
  services: readonly string[];
  actions: readonly string[];
};

export function vocabulary(seed: number): Vocabulary {
  const dice = new Dice(seed);
  const word = (least = 2, most = 3) =>
    Array.from({ length: dice.whole(least, most) }, () => dice.pick(SYLLABLES)).join('');
  const many = (count: number, make: () => string) => [
    ...new Set(Array.from({ length: count }, make)),
  ];
  const title = (text: string) => text[0]!.toUpperCase() + text.slice(1);
  return {
    programs: many(400, () => `${word()}.exe`),
    folders: many(120, () => String.raw`${title(word())}\${title(word())}`),
    flags: many(500, () => `${dice.pick(['-', '/', '--'])}${word(1, 2)}`),
    words: many(3000, () => word(2, 4)),
    registry: many(300, () => String.raw`${title(word())}\${title(word())}\${title(word())}`),
    paths: many(
      600,
      () => `/${word(1, 2)}/${word(1, 3)}.${dice.pick(['php', 'jsp', 'html', 'json'])}`,
    ),
    agents: many(150, () => `${title(word())}/${dice.whole(1, 12)}.${dice.whole(0, 9)}`),
    services: many(80, () => `${word(1, 2)}.cloud.example`),
    actions: many(
      900,
      () => `${dice.pick(['Get', 'Put', 'Create', 'Delete', 'Update', 'List'])}${title(word())}`,
    ),
  };
}
