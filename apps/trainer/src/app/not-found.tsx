import { NotFoundScreen } from '@/components/door/not-found-screen.tsx';

export default function NotFound() {
  return <NotFoundScreen />;
}
