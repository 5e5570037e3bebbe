/** How a quiz is played and given: what a version of it says. */
import { database } from '../../../db/client.ts';
import { selectOptionalSource } from '../../../db/quizzes.ts';
import { settingsIn } from '../../../domain/quiz/quiz-source.ts';
import { type QuizSettings, USUAL_QUIZ } from '../../../domain/quiz/settings.ts';

/** @param versionId null: nothing was saved yet */
export async function settingsOfVersion(versionId: string | null): Promise<QuizSettings> {
  const source = versionId === null ? undefined : await selectOptionalSource(database(), versionId);
  return source === undefined ? USUAL_QUIZ : settingsIn(source);
}
