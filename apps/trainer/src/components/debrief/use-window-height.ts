'use client';

import { useSyncExternalStore } from 'react';

const listen = (again: () => void) => {
  window.addEventListener('resize', again);
  return () => window.removeEventListener('resize', again);
};

/** The window's height, px. */
export const useWindowHeight = (): number =>
  useSyncExternalStore(
    listen,
    () => window.innerHeight,
    () => 900,
  );
