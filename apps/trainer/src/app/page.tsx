import { DoorScreen } from '@/components/door/door-screen.tsx';
import { getUser } from '@/server/user.ts';

export default async function Door() {
  const user = await getUser();
  return <DoorScreen name={user?.name ?? null} />;
}
