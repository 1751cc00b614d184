'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import type { ConsoleSections } from '@dwell/simulator/router';
import { useState } from 'react';
import { useTRPC } from '@/trpc/client.ts';

/** The room of the exercise that the viewer sits in, as its stream tells it. */
export function useSeatRoom(exerciseId: string) {
  const trpc = useTRPC();
  const [room, setRoom] = useState<ConsoleSections['room'] | null>(null);
  const stream = useSubscription(
    trpc.exercise.live.subscriptionOptions(
      { exerciseId },
      {
        onData: ({ data }) => {
          if (data.section === 'room') setRoom(data.value);
        },
      },
    ),
  );
  return {
    room,
    error: stream.status === 'error' ? stream.error : null,
    connected: stream.status === 'pending',
  };
}
