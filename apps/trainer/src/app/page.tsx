import { DoorScreen } from '@/components/door/door-screen.tsx';
import { getUser } from '@/server/user.ts';

export default async function Door() {
  const user = await getUser();
  return (
    <DoorScreen
      name={user?.name ?? null}
      // Only instructors make exercises; a trainee who comes back has a seat elsewhere.
      instructor={user?.role === 'instructor'}
    />
  );
}
