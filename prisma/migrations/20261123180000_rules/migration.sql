-- Rules that hold whatever the code does, and that Prisma's schema cannot express.

-- A code opens one room at a time, and is free again once that session has ended.
CREATE UNIQUE INDEX "live_sessions_active_code" ON "live_sessions" ("code") WHERE "ended_at" IS NULL;
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_code_digits" CHECK ("code" ~ '^[0-9]{6}$');
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_version" CHECK ("version" >= 0);
CREATE INDEX "live_sessions_awake" ON "live_sessions" ("wake_at") WHERE "ended_at" IS NULL;

-- In a room a nickname is taken once, and a signed-in person sits once.
CREATE UNIQUE INDEX "players_nickname" ON "players" ("session_id", lower("nickname")) WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "players_person" ON "players" ("session_id", "user_id") WHERE "user_id" IS NOT NULL AND "removed_at" IS NULL;
ALTER TABLE "players" ADD CONSTRAINT "players_nickname_length" CHECK (char_length("nickname") BETWEEN 1 AND 40);

-- One answer per session, round and player is the primary key, rounds count from 0.
ALTER TABLE "live_answers" ADD CONSTRAINT "live_answers_round" CHECK ("round" >= 0);

-- The log of a session is only ever added to. (The engine that applies migrations splits at every semicolon, also
-- inside a quoted body: they are written as \x3b.)
CREATE FUNCTION "refuse_event_change"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION ''live_events is append-only''\x3b END\x3b';
CREATE TRIGGER "live_events_append_only" BEFORE UPDATE ON "live_events" FOR EACH ROW EXECUTE FUNCTION "refuse_event_change"();

-- Points are never negative and never more than there are.
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_points" CHECK ("points" >= 0 AND "points" <= "max_points");
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_outcome" CHECK ("outcome" IN ('graded', 'invalid', 'failed'));
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_result"
  CHECK ("result" IN ('pass', 'partial', 'fail', 'undecided', 'error', 'timeout', 'memory'));
ALTER TABLE "scores" ADD CONSTRAINT "scores_points" CHECK ("points" >= 0 AND "points" <= "max_points");
ALTER TABLE "scores" ADD CONSTRAINT "scores_attempts" CHECK ("attempts" >= 0);
ALTER TABLE "hint_reveals" ADD CONSTRAINT "hint_reveals_shown" CHECK ("shown" >= 0);

-- A submission answers a version of its own lesson, and what is published is a version of that lesson.
ALTER TABLE "lesson_versions" ADD CONSTRAINT "lesson_versions_id_lesson" UNIQUE ("id", "lesson_id");
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_version_of_lesson"
  FOREIGN KEY ("lesson_version_id", "lesson_id") REFERENCES "lesson_versions" ("id", "lesson_id");
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_published_is_own"
  FOREIGN KEY ("published_id", "id") REFERENCES "lesson_versions" ("id", "lesson_id");
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_version_of_lesson"
  FOREIGN KEY ("lesson_version_id", "lesson_id") REFERENCES "lesson_versions" ("id", "lesson_id");
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_place" CHECK ("place" BETWEEN 1 AND 200);

-- Sign-in names are stored in lower case, so that one name is one person, classes have teachers and students.
ALTER TABLE "users" ADD CONSTRAINT "users_login_lower" CHECK ("login" = lower("login") AND char_length("login") BETWEEN 2 AND 120);
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_role" CHECK ("role" IN ('teacher', 'student'));
