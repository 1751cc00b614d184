import { draw32, streamKey } from '@dwell/core';

/** Something the shop sells. */
export type Item = {
  /** `kitchen-07`. */
  readonly id: string;
  readonly category: string;
  readonly name: { readonly en: string; readonly ko: string };
  readonly priceWon: number;
};

type Category = {
  readonly id: string;
  /** Cheapest price, won; variants and nouns raise it. */
  readonly fromWon: number;
  /** `English/한국어` each. */
  readonly nouns: string;
};

const CATEGORIES: readonly Category[] = [
  { id: 'grocery', fromWon: 3_200, nouns: 'Rice/쌀 Noodles/국수 Oats/귀리 Honey/꿀 Tea/차' },
  {
    id: 'fresh',
    fromWon: 4_900,
    nouns: 'Apples/사과 Tofu/두부 Spinach/시금치 Eggs/달걀 Mushrooms/버섯',
  },
  {
    id: 'kitchen',
    fromWon: 8_900,
    nouns: 'Pan/프라이팬 Kettle/주전자 Ladle/국자 Knife/식칼 Bowl/그릇',
  },
  {
    id: 'home',
    fromWon: 6_500,
    nouns: 'Towel/수건 Pillow/베개 Lamp/조명 Basket/바구니 Curtain/커튼',
  },
  {
    id: 'cleaning',
    fromWon: 3_900,
    nouns: 'Detergent/세제 Sponge/수세미 Mop/밀대 Brush/솔 Bags/봉투',
  },
  {
    id: 'beauty',
    fromWon: 7_900,
    nouns: 'Cream/크림 Shampoo/샴푸 Soap/비누 Balm/밤 Mask/마스크팩',
  },
  {
    id: 'fashion',
    fromWon: 9_900,
    nouns: 'Socks/양말 Shirt/셔츠 Scarf/목도리 Slippers/슬리퍼 Cap/모자',
  },
  {
    id: 'baby',
    fromWon: 8_400,
    nouns: 'Wipes/물티슈 Bib/턱받이 Bottle/젖병 Blanket/담요 Rattle/딸랑이',
  },
  {
    id: 'pets',
    fromWon: 5_400,
    nouns: 'Kibble/사료 Leash/목줄 Litter/모래 Toy/장난감 Cushion/방석',
  },
  { id: 'sports', fromWon: 9_400, nouns: 'Mat/매트 Band/밴드 Ball/공 Flask/물병 Gloves/장갑' },
  {
    id: 'stationery',
    fromWon: 1_900,
    nouns: 'Notebook/공책 Pen/펜 Folder/파일 Tape/테이프 Planner/플래너',
  },
  {
    id: 'electronics',
    fromWon: 12_900,
    nouns: 'Charger/충전기 Cable/케이블 Speaker/스피커 Mouse/마우스 Stand/거치대',
  },
];

const VARIANTS = [
  { en: 'Everyday', ko: '매일', times: 10 },
  { en: 'Dawn', ko: '새벽', times: 13 },
  { en: 'Meadow', ko: '들녘', times: 17 },
  { en: 'Harbour', ko: '포구', times: 24 },
  { en: 'Cedar', ko: '삼나무', times: 36 },
] as const;

function compose(): readonly Item[] {
  const spread = streamKey(0, 'catalogue.price');
  return CATEGORIES.flatMap(({ id, fromWon, nouns }, category) =>
    nouns.split(' ').flatMap((noun, n) => {
      const [en = '', ko = ''] = noun.split('/');
      return VARIANTS.map((variant, v): Item => {
        const position = n * VARIANTS.length + v + 1;
        const percent = 66 + (draw32(spread, category, position) % 77);
        const priceWon = Math.round((fromWon * variant.times * percent) / 100_000) * 100;
        return Object.freeze({
          id: `${id}-${String(position).padStart(2, '0')}`,
          category: id,
          name: Object.freeze({ en: `${variant.en} ${en}`, ko: `${variant.ko} ${ko}` }),
          priceWon,
        });
      });
    }),
  );
}

const ITEMS: readonly Item[] = Object.freeze(compose());

/** The shop's 300 items: 12 categories × 5 things × 5 makes, the same in every run. */
export function catalogue(): readonly Item[] {
  return ITEMS;
}

/** An item by any non-negative integer, counting round the catalogue. */
export function itemByRank(rank: number): Item {
  return ITEMS[rank % ITEMS.length]!;
}
