import { draw32, type StreamKey } from '@dwell/core';
import type { Language } from './names.ts';

/** A street line in both languages. */
type PlaceName = readonly [ko: string, en: string];

const names = (text: string): readonly PlaceName[] =>
  text.split(' ').map((part) => {
    const [ko = '', en = ''] = part.split('/');
    return [ko, en];
  });

/* Invented cities, districts and streets: everyday words with the usual endings. */
const CITIES = names(
  '하람시/Haram-si 새론시/Saeron-si 미르시/Mireu-si 가온시/Gaon-si 라온시/Raon-si 여울시/Yeoul-si ' +
    '단비시/Danbi-si 노을시/Noeul-si',
);
const DISTRICTS = names(
  '솔빛구/Solbit-gu 달빛구/Dalbit-gu 해담구/Haedam-gu 북마루구/Bukmaru-gu 남마루구/Nammaru-gu ' +
    '물빛구/Mulbit-gu 들꽃구/Deulkkot-gu 바람구/Baram-gu',
);
const STREETS = names(
  '도담로/Dodam-ro 가람길/Garam-gil 물결로/Mulgyeol-ro 바람길/Baram-gil 구름로/Gureum-ro ' +
    '햇살길/Haetsal-gil 이슬로/Iseul-ro 별무리길/Byeolmuri-gil 조약돌로/Joyakdol-ro 나루길/Naru-gil ' +
    '버들로/Beodeul-ro 은행나무길/Eunhaengnamu-gil 너울로/Neoul-ro 샘터길/Saemteo-gil ' +
    '온새미로/Onsaemi-ro 다솜길/Dasom-gil',
);

/** Street line of dwelling n of a stream: `하람시 솔빛구 도담로 34, 103동 1204호`. */
export function placeLine(key: StreamKey, n: number, language: Language): string {
  const street = draw32(key, n, 0);
  const house = draw32(key, n, 1);
  const [cityKo, cityEn] = CITIES[street & 7]!;
  const [districtKo, districtEn] = DISTRICTS[(street >>> 3) & 7]!;
  const [streetKo, streetEn] = STREETS[(street >>> 6) & 15]!;
  const number = 1 + ((street >>> 10) % 240);
  const building = 101 + (house & 15);
  const flat = (1 + ((house >>> 4) % 25)) * 100 + 1 + ((house >>> 9) & 7);
  return language === 'ko'
    ? `${cityKo} ${districtKo} ${streetKo} ${number}, ${building}동 ${flat}호`
    : `${building}-${flat}, ${number} ${streetEn}, ${districtEn}, ${cityEn}`;
}

/** Code of the common entrance, `#4821*`; empty for the 30 % of dwellings that have none. */
export function doorCode(key: StreamKey, n: number): string {
  const draw = draw32(key, n, 2);
  if (draw % 10 < 3) return '';
  const code = String(draw >>> 8).padStart(8, '0');
  return `#${code.slice(-4 - ((draw >>> 4) & 1) * 2)}*`;
}

/** The code as the address list shows it: every digit masked. */
export function maskDoorCode(code: string): string {
  return code.replace(/\d/g, '•');
}
