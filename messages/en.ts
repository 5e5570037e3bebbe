/** The English catalogue: one file a namespace, used by pages and by the command line tools alike. */
import account from './en/account.json' with { type: 'json' };
import activities from './en/activities.json' with { type: 'json' };
import auth from './en/auth.json' with { type: 'json' };
import authoring from './en/authoring.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import desk from './en/desk.json' with { type: 'json' };
import exchange from './en/exchange.json' with { type: 'json' };
import feedback from './en/feedback.json' with { type: 'json' };
import grades from './en/grades.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import inquiries from './en/inquiries.json' with { type: 'json' };
import lesson from './en/lesson.json' with { type: 'json' };
import lessonProblems from './en/lesson-problems.json' with { type: 'json' };
import live from './en/live.json' with { type: 'json' };
import maths from './en/maths.json' with { type: 'json' };
import notices from './en/notices.json' with { type: 'json' };
import now from './en/now.json' with { type: 'json' };
import outbox from './en/outbox.json' with { type: 'json' };
import practise from './en/practise.json' with { type: 'json' };
import rareRefusals from './en/rare-refusals.json' with { type: 'json' };
import refusals from './en/refusals.json' with { type: 'json' };
import remarks from './en/remarks.json' with { type: 'json' };

export const messages = {
  account,
  activities,
  auth,
  authoring,
  common,
  desk,
  exchange,
  feedback,
  grades,
  home,
  lesson,
  lessonProblems,
  live,
  maths,
  now,
  outbox,
  practise,
  rareRefusals,
  refusals,
  inquiries,
  notices,
  remarks,
};
