/** The questions of a lesson, as whoever puts them into a quiz looks at them: without what they hold of the answer. */
import type { LessonContent } from '../lesson/compiled.ts';

export interface QuizQuestion {
  id: string;
  role: 'exercise' | 'check';
  title: string;
  kind: LessonContent['questions'][number]['kind'];
  /** in a live round */
  seconds: number;
  promptHtml: string;
  /** it is made for the room: what is asked where there is time for one */
  room?: true;
}

export function quizQuestionsOf(content: Pick<LessonContent, 'questions' | 'room'>): QuizQuestion[] {
  return content.questions.map(({ id, role, title, kind, seconds, promptHtml }) => ({
    id,
    role,
    title,
    kind,
    seconds,
    promptHtml,
    ...(id === content.room ? { room: true as const } : {}),
  }));
}
