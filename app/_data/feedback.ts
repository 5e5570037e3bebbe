import 'server-only';
/** The newest remarks on somebody's work, and answers to what they have asked, with where each is read and answered. */
import { database } from '../../db/client.ts';
import { selectAnswers } from '../../db/inquiry-lists.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { selectFeedback } from '../../db/remarks.ts';
import { askedAnchor, remarksAnchor } from '../../domain/notices/card-anchors.ts';
import type { Person } from '../../domain/people/person.ts';

/** What was read stays so long. */
const DAYS = 14;
const MOST = 8;

/** `href` null: its quiz is not theirs any more, and it is read here. */
export async function readFeedback(viewer: Person) {
  const db = database();
  const of = { userId: viewer.id, days: DAYS, most: MOST };
  const [remarked, answered] = await Promise.all([selectFeedback(db, of), selectAnswers(db, of)]);
  const rows = [
    ...remarked.map(({ submissionId: id, ...row }) => ({ id, what: 'remark' as const, ...row })),
    ...answered.map((row) => ({ what: 'answer' as const, ...row })),
  ]
    .toSorted((one, other) => Number(other.fresh) - Number(one.fresh) || other.at.getTime() - one.at.getTime())
    .slice(0, MOST);
  return Promise.all(
    rows.map(async ({ id, what, slug, isQuiz, activityId, versionId, questionId, by, text, at, fresh }) => {
      const page = isQuiz ? activityId && `/activities/${activityId}` : `/lessons/${slug}`;
      return {
        ...{ id, what, by, text, fresh },
        at: at.toISOString(),
        question: (await selectQuestions(db, versionId)).get(questionId)?.title ?? '',
        href:
          page === null ? null : `${page}#${what === 'remark' ? remarksAnchor(questionId) : askedAnchor(questionId)}`,
      };
    }),
  );
}
