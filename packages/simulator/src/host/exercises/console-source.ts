import type { FeedSource } from './console-feed.ts';
import type { ExerciseRoom } from './exercise-room.ts';

/** A person's console, as the room has it at each moment; nothing more once they are removed. */
export function consoleSource(room: ExerciseRoom, id: string): FeedSource {
  return {
    get closed() {
      return room.closed;
    },
    watch: (listener) => room.watch(listener),
    sections: async () => {
      const person = room.person(id);
      return person && room.sections(person);
    },
  };
}
