import type { Score } from '@dwell/scoring';
import { sealOf, type Bundle } from '../run/bundle.ts';
import type { CaseBundle, CaseRoom } from './types.ts';

/** A case by its content: unsigned, and sealed over everything. `bundle` is that of the run as it stands. */
export function makeCase(bundle: Bundle, room: CaseRoom, score: Score | null): CaseBundle {
  return sealed({ ...bundle, exercise: room, score, signature: null });
}

/** A case with the seal that its content asks for. */
export function sealed(content: Omit<CaseBundle, 'seal'>): CaseBundle {
  return { ...content, seal: sealOf(content) };
}
