import { DAY_MS, chancePpm, draw32, streamKey } from '@dwell/core';
import { removeCopies, survivingCopies } from '@dwell/shop';
import type { Response } from './response.ts';

/** Finds and removes the places where the signing key lies outside the vault; one may be missed. */
export const removeKeyCopies: Response = {
  id: 'remove-key-copies',
  touches: 'key',
  title: { en: 'Find and remove key copies', ko: '키 사본 찾아 제거' },
  summary: {
    en: 'Searches laptops, settings and build servers for the key. Without it, a rotated key follows the same path out.',
    ko: '노트북, 설정 파일, 빌드 서버에서 키를 찾아 지웁니다. 하지 않으면 교체한 키도 같은 길로 새어 나갑니다.',
  },
  analystHours: 40,
  undoable: true,
  leadMs: () => 2 * DAY_MS,
  blast: (world) => ({
    notes: [{ code: 'copies', values: { places: survivingCopies(world.state.keys).length } }],
  }),
  apply(world, _params, by) {
    const key = streamKey(world.seed, 'response/key-copies');
    const places = survivingCopies(world.state.keys);
    const missed = places
      .filter((_place, i) => chancePpm(draw32(key, by, i), world.knobs['key.copy_missed']))
      .map((place) => place.id);
    world.state.keys = removeCopies(world.state.keys, missed);
    world.emit('key.copies-removed', 'shop', { found: places.length - missed.length });
    world.log('entity_management', {
      activity_id: 4,
      entity_type: 'key',
      entity_uid: 'member-token',
      operation: 'copies-removed',
      actor: 'identity-1',
      comment: `${places.length - missed.length} places cleaned`,
    });
  },
};
