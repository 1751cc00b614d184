import type { ResponseInfo } from '@dwell/simulator/router';
import { ROLES } from '@dwell/simulator/roles';

export { ROLES };

/** Who would usually do it, by what it touches. */
export function usualRole(touches: ResponseInfo['touches']): (typeof ROLES)[number] {
  switch (touches) {
    case 'source':
      return 'soc-lead';
    case 'evidence':
      return 'forensics';
    case 'people':
      return 'privacy';
    default:
      return 'identity';
  }
}
