'use client';

import { createContext, use, type ReactNode } from 'react';

/** The person who is signed in. */
export type SignedIn = { id: string; name: string; role: 'instructor' | 'trainee' };

const ViewerContext = createContext<SignedIn | null>(null);

/** Tells the screens below who looks at them. */
export function ViewerProvider({ viewer, children }: { viewer: SignedIn; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who looks at the screen. */
export function useViewer(): SignedIn {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer needs a ViewerProvider above it');
  return viewer;
}

/** May they drive the clock of a run? Whoever only sits in it may not. */
export const useDrives = (): boolean => useViewer().role === 'instructor';
