/** A class's points as a sheet: a row a student, a column a question, sums at the end. Pure, for exports. */

export interface SheetQuestion {
  lessonId: string;
  id: string;
  points: number;
}

export interface SheetScore {
  userId: string;
  lessonId: string;
  questionId: string;
  points: number;
  result: string;
}

export interface SheetRow {
  studentId: string;
  /** in the order of the questions; null: nothing graded */
  points: (number | null)[];
  right: number;
  attempted: number;
  total: number;
}

/** Scores of questions that are not in the sheet (no longer part of their lesson) are left out of the sums as well. */
export function scoreSheet(
  studentIds: readonly string[],
  questions: readonly SheetQuestion[],
  scores: readonly SheetScore[],
): SheetRow[] {
  const key = (user: string, lesson: string, question: string): string => JSON.stringify([user, lesson, question]);
  const byPlace = new Map(scores.map((score) => [key(score.userId, score.lessonId, score.questionId), score]));
  return studentIds.map((studentId) => {
    const found = questions.map((question) => byPlace.get(key(studentId, question.lessonId, question.id)));
    const points = found.map((score) => score?.points ?? null);
    return {
      studentId,
      points,
      right: found.filter((score) => score?.result === 'pass').length,
      attempted: found.filter((score) => score !== undefined).length,
      // tenths of points add up without the dust of binary fractions
      total: Math.round(points.reduce<number>((sum, one) => sum + (one ?? 0), 0) * 1e6) / 1e6,
    };
  });
}
