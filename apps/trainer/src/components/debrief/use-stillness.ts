'use client';

import { useSyncExternalStore } from 'react';

const QUERY = '(prefers-reduced-motion: reduce)';
const listen = (again: () => void) => {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', again);
  return () => media.removeEventListener('change', again);
};

/** Does the reader want nothing to move? */
export const useStillness = (): boolean =>
  useSyncExternalStore(
    listen,
    () => window.matchMedia(QUERY).matches,
    () => true,
  );
