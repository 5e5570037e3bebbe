/** The rooms of the sockets whose pages show a lesson. */
const PREFIX = 'lesson:';

export function roomOfLesson(lesson: string): string {
  return PREFIX + lesson;
}

/** The lessons that have a room among these. */
export function lessonsIn(rooms: Iterable<string>): string[] {
  return [...rooms].flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
}
