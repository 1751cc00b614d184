import { draw32, type StreamKey } from '@dwell/core';

/** Text in the two languages of the shop. */
export type Language = 'ko' | 'en';

export type PersonName = {
  /** As the person writes it: Hangul for most. */
  readonly name: string;
  /** Romanised, given name first. */
  readonly nameLatin: string;
  /** Romanised given name in lower-case letters, for mail addresses. */
  readonly handle: string;
  /** True for people whose own name is in latin letters. */
  readonly latin: boolean;
};

/*
 * Names are put together from common syllables, so any likeness to a person is chance. Family names
 * carry rough weights of 256.
 */
const FAMILY =
  '김Kim51 이Lee36 박Park21 최Choi13 정Jung12 강Kang8 조Cho8 윤Yoon8 장Jang7 임Lim7 ' +
  '한Han6 오Oh6 서Seo6 신Shin6 권Kwon5 황Hwang5 안Ahn5 송Song5 류Ryu4 홍Hong4 고Ko4 ' +
  '문Moon4 양Yang4 손Son3 배Bae3 백Baek3 허Heo3 남Nam3 심Shim3 노Noh3';
const FIRST =
  '민Min 서Seo 지Ji 현Hyun 준Jun 도Do 예Ye 수Su 하Ha 윤Yun 주Ju 은Eun 재Jae 성Sung ' +
  '승Seung 영Young 정Jung 유Yu 태Tae 동Dong 상Sang 진Jin 혜Hye 소So 시Si 나Na 다Da ' +
  '채Chae 가Ga 건Geon 연Yeon 경Kyung 미Mi 선Sun 보Bo 규Kyu 슬Seul 찬Chan 효Hyo 아A';
const SECOND =
  '준jun 우woo 호ho 진jin 영young 희hee 민min 연yeon 은eun 아a 윤yun 원won 현hyun 수su ' +
  '빈bin 훈hoon 석seok 경kyung 미mi 숙sook 정jung 서seo 율yul 혁hyuk 지ji 인in 하ha ' +
  '주ju 린rin 솔sol 성sung 철chul 선sun 기ki 배bae 별byeol 온on 람ram 찬chan 결gyeol';
const words = (text: string): readonly string[] => text.split(' ');
const LATIN_FIRST = words('Al Ed Mar El Jo Ro Ca Li An Be Da Ev Ha Is Ke Lu');
const LATIN_SECOND = words(
  'win ena rin issa dian ric ra nelle mund ton lia vin bert dys mond rell',
);
const LATIN_FAMILY = words(
  'Hart Ash Brook Win Marl Thorn Wick Hol Fair Stan Kel Red Oak Lang Whit Elm',
);
const LATIN_PLACE = words(
  'ford wood ley ton field worth combe stead mere well bury dale croft gate by ham',
);

type Syllable = { readonly hangul: string; readonly latin: string; readonly weight: number };

function syllables(text: string): readonly Syllable[] {
  return text.split(' ').map((part) => {
    const m = /^(\S)([A-Za-z]+)(\d*)$/.exec(part)!;
    return { hangul: m[1]!, latin: m[2]!, weight: Number(m[3] || 1) };
  });
}

/** All given names: 40 first × 40 second syllables, no syllable twice. */
type Given = { readonly hangul: string; readonly latin: string; readonly handle: string };

function givenNames(): readonly Given[] {
  const second = syllables(SECOND);
  return syllables(FIRST).flatMap((one) =>
    second
      .filter((two) => two.hangul !== one.hangul)
      .map((two) => {
        const latin = `${one.latin}${two.latin}`;
        return { hangul: one.hangul + two.hangul, latin, handle: latin.toLowerCase() };
      }),
  );
}

const FAMILIES = syllables(FAMILY).flatMap((family) => Array<Syllable>(family.weight).fill(family));
const GIVEN = givenNames();
const LATIN_GIVEN = LATIN_FIRST.flatMap((one) => LATIN_SECOND.map((two) => `${one}${two}`));
const LATIN_HANDLES = LATIN_GIVEN.map((given) => given.toLowerCase());
const LATIN_FAMILIES = LATIN_FAMILY.flatMap((one) => LATIN_PLACE.map((two) => ` ${one}${two}`));

/** 4 % of people write their name in latin letters. */
const LATIN_BELOW = Math.floor(0.04 * 0x100000000);

/** Name of person n of a stream; the same in either language of display. */
export function personName(key: StreamKey, n: number, k = 0): PersonName {
  const which = draw32(key, n, k);
  const draw = draw32(key, n, k + 0x10000);
  if (which < LATIN_BELOW) {
    const given = draw & 255;
    const name = LATIN_GIVEN[given]! + LATIN_FAMILIES[(draw >>> 8) & 255]!;
    return { name, nameLatin: name, handle: LATIN_HANDLES[given]!, latin: true };
  }
  const family = FAMILIES[(draw & 255) % FAMILIES.length]!;
  const given = GIVEN[(draw >>> 8) % GIVEN.length]!;
  return {
    name: family.hangul + given.hangul,
    nameLatin: `${given.latin} ${family.latin}`,
    handle: given.handle,
    latin: false,
  };
}
