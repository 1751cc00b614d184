import type { ReactNode } from 'react';
import SignedIn from '../runs/layout.tsx';

/** As the runs: for people who are signed in. The procedures check who may see which exercise. */
export default function ExercisesLayout({ children }: { children: ReactNode }) {
  return <SignedIn>{children}</SignedIn>;
}
