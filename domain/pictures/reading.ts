/**
 * Who may read a picture: whoever may see what refers to it. A picture has no rights of its own; each way to it is asked of the
 * permission table as the question, lesson or room at its end is. What belongs to a key opens with the key: in a room from its reveal
 * on, for students by their own state of the question.
 */
import { can, type Relation, type Role } from '../people/permissions.ts';

/** How somebody stands to what refers to a picture. */
export interface PictureWays {
  /** they have put it in */
  own: boolean;
  /** to questions of banks, any version, key or not: the nearest; null: none refers to it */
  bank: Relation | null;
  /** lessons of courses name it somewhere, key or not, in any version; null: none does */
  lesson: Relation | null;
  /** lessons of courses show it to everybody: in their text, or where a question is asked */
  onPage: boolean;
  /** quizzes ask it: the nearest, theirs or shared with them; null: none does */
  quiz: Relation | null;
  /** rooms asked or ask it: the nearest; null: none does */
  room: Relation | null;
}

/** Whether the key, or all that everybody is shown, opens a picture to somebody who is signed in. */
export function mayReadPicture(role: Role, { own, bank, lesson, onPage, quiz, room }: PictureWays): boolean {
  return (
    own ||
    (bank !== null && can(role, 'question.look', bank)) ||
    // who teaches the course sees what its students were told
    (lesson !== null && (can(role, 'course.edit', lesson) || can(role, 'class.results', lesson))) ||
    (onPage && can(role, 'lesson.read')) ||
    (quiz !== null && can(role, 'quiz.look', quiz)) ||
    (room !== null && can(role, 'live.host', room))
  );
}
