-- AlterTable
ALTER TABLE "classes" ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "counts_for" TEXT,
ADD COLUMN     "for_some" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "keeps" TEXT NOT NULL DEFAULT 'best',
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'work',
ADD COLUMN     "late" TEXT NOT NULL DEFAULT 'accepted',
ADD COLUMN     "late_floor" DOUBLE PRECISION NOT NULL DEFAULT 50,
ADD COLUMN     "late_percent" DOUBLE PRECISION NOT NULL DEFAULT 10,
ADD COLUMN     "max_points" DOUBLE PRECISION,
ADD COLUMN     "new_values" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "questions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "released_at" TIMESTAMPTZ(3),
ADD COLUMN     "session_id" UUID,
ADD COLUMN     "title" TEXT,
ALTER COLUMN "lesson_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "sittings" DROP CONSTRAINT "sittings_pkey",
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "sittings_pkey" PRIMARY KEY ("activity_id", "user_id", "number");

-- AlterTable
ALTER TABLE "players" ADD COLUMN     "seated_by_id" UUID;

-- CreateTable
CREATE TABLE "activity_students" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "activity_students_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateTable
CREATE TABLE "activity_overrides" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3),
    "excused" BOOLEAN NOT NULL DEFAULT false,
    "time_factor" DOUBLE PRECISION,
    "more" INTEGER NOT NULL DEFAULT 0,
    "waived" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_overrides_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateTable
CREATE TABLE "activity_points" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_points_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateTable
CREATE TABLE "activity_changes" (
    "id" BIGSERIAL NOT NULL,
    "activity_id" UUID NOT NULL,
    "user_id" UUID,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "what" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "activity_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE UNLOGGED TABLE "activity_results" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "earned" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "max_points" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "handed_in" INTEGER NOT NULL DEFAULT 0,
    "waits" INTEGER NOT NULL DEFAULT 0,
    "days" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3),
    "facts" BIGINT NOT NULL DEFAULT 1,
    "computed" BIGINT,

    CONSTRAINT "activity_results_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateIndex
CREATE INDEX "players_seated_by_id_idx" ON "players"("seated_by_id");

-- AddForeignKey
ALTER TABLE "players" ADD CONSTRAINT "players_seated_by_id_fkey" FOREIGN KEY ("seated_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "activity_students_user_id_idx" ON "activity_students"("user_id");

-- CreateIndex
CREATE INDEX "activity_overrides_user_id_idx" ON "activity_overrides"("user_id");

-- CreateIndex
CREATE INDEX "activity_overrides_set_by_id_idx" ON "activity_overrides"("set_by_id");

-- CreateIndex
CREATE INDEX "activity_points_user_id_idx" ON "activity_points"("user_id");

-- CreateIndex
CREATE INDEX "activity_points_given_by_id_idx" ON "activity_points"("given_by_id");

-- CreateIndex
CREATE INDEX "activity_changes_activity_id_at_idx" ON "activity_changes"("activity_id", "at");

-- CreateIndex
CREATE INDEX "activity_changes_user_id_idx" ON "activity_changes"("user_id");

-- CreateIndex
CREATE INDEX "activity_changes_actor_id_idx" ON "activity_changes"("actor_id");

-- CreateIndex
CREATE INDEX "activity_results_user_id_idx" ON "activity_results"("user_id");

-- CreateIndex
CREATE INDEX "activities_session_id_idx" ON "activities"("session_id");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_students" ADD CONSTRAINT "activity_students_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_students" ADD CONSTRAINT "activity_students_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_overrides" ADD CONSTRAINT "activity_overrides_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_overrides" ADD CONSTRAINT "activity_overrides_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_overrides" ADD CONSTRAINT "activity_overrides_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_points" ADD CONSTRAINT "activity_points_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_points" ADD CONSTRAINT "activity_points_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_points" ADD CONSTRAINT "activity_points_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_changes" ADD CONSTRAINT "activity_changes_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_changes" ADD CONSTRAINT "activity_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_changes" ADD CONSTRAINT "activity_changes_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_results" ADD CONSTRAINT "activity_results_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_results" ADD CONSTRAINT "activity_results_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What fits together.
ALTER TABLE "activities" ADD CONSTRAINT "activities_kind" CHECK (
  CASE "kind"
    WHEN 'work' THEN "lesson_id" IS NOT NULL AND "session_id" IS NULL
    WHEN 'live' THEN "lesson_id" IS NULL AND "counts_for" IN ('there', 'part', 'right') AND ("counts_for" = 'right') = ("max_points" IS NULL)
    WHEN 'outside' THEN "lesson_id" IS NULL AND "session_id" IS NULL AND "title" IS NOT NULL AND "max_points" IS NOT NULL
    ELSE false
  END);
ALTER TABLE "activities" DROP CONSTRAINT "activities_answers";
ALTER TABLE "activities" ADD CONSTRAINT "activities_answers" CHECK ("answers" IN ('atOnce', 'afterDue', 'afterClosing', 'onRelease', 'never'));
ALTER TABLE "activities" ADD CONSTRAINT "activities_late" CHECK ("late" IN ('accepted', 'deducted', 'closed'));
ALTER TABLE "activities" ADD CONSTRAINT "activities_late_share" CHECK ("late_percent" BETWEEN 0 AND 100 AND "late_floor" BETWEEN 0 AND 100);
ALTER TABLE "activities" ADD CONSTRAINT "activities_keeps" CHECK ("keeps" IN ('best', 'last', 'first'));
CREATE UNIQUE INDEX "activities_session_key" ON "activities"("class_id", "session_id") WHERE "session_id" IS NOT NULL;
ALTER TABLE "activity_overrides" ADD CONSTRAINT "activity_overrides_more" CHECK ("more" BETWEEN 0 AND 100);
ALTER TABLE "activity_overrides" ADD CONSTRAINT "activity_overrides_time_factor" CHECK ("time_factor" IS NULL OR "time_factor" BETWEEN 0 AND 10);

-- What a student has earned follows from other rows. Whoever writes one of these raises "facts" of what follows from it, so that it is
-- worked out anew before it is shown. In the order of their keys, so that two who write do not wait for each other.
-- (The engine that applies migrations splits at every semicolon, also inside a quoted body: they are written as \x3b.)
CREATE FUNCTION facts_of_submissions() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT DISTINCT a.id, n.user_id FROM new_rows n
    JOIN activities a ON a.lesson_id = n.lesson_id
    JOIN enrolments e ON e.class_id = a.class_id AND e.user_id = n.user_id AND e.role = ''student''
    WHERE n.purpose <> ''run'' ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_verdicts() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT DISTINCT a.id, s.user_id FROM new_rows n
    JOIN submissions s ON s.id = n.submission_id
    JOIN activities a ON a.lesson_id = s.lesson_id
    JOIN enrolments e ON e.class_id = a.class_id AND e.user_id = s.user_id AND e.role = ''student''
    WHERE s.purpose <> ''run'' ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_activities() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT n.id, e.user_id FROM new_rows n
    JOIN enrolments e ON e.class_id = n.class_id AND e.role = ''student'' ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_one() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT DISTINCT n.activity_id, n.user_id FROM new_rows n ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_one_gone() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    UPDATE activity_results r SET facts = r.facts + 1 FROM old_rows o
    WHERE r.activity_id = o.activity_id AND r.user_id = o.user_id\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_enrolments() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT a.id, n.user_id FROM new_rows n JOIN activities a ON a.class_id = n.class_id
    WHERE n.role = ''student'' ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_lesson() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT a.id, e.user_id FROM activities a JOIN enrolments e ON e.class_id = a.class_id AND e.role = ''student''
    WHERE a.lesson_id = NEW.id AND a.lesson_version_id IS NULL ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE FUNCTION facts_of_session() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT a.id, e.user_id FROM activities a JOIN enrolments e ON e.class_id = a.class_id AND e.role = ''student''
    WHERE a.session_id = NEW.id ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
CREATE TRIGGER facts_new AFTER INSERT ON "submissions"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_submissions();
CREATE TRIGGER facts_new AFTER INSERT ON "verdicts"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_verdicts();
CREATE TRIGGER facts_changed AFTER UPDATE ON "verdicts"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_verdicts();
CREATE TRIGGER facts_new AFTER INSERT ON "activities"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_activities();
CREATE TRIGGER facts_changed AFTER UPDATE ON "activities"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_activities();
CREATE TRIGGER facts_new AFTER INSERT ON "enrolments"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_enrolments();
CREATE TRIGGER facts_changed AFTER UPDATE ON "enrolments"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_enrolments();
CREATE TRIGGER facts_new AFTER INSERT ON "activity_overrides"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_changed AFTER UPDATE ON "activity_overrides"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_gone AFTER DELETE ON "activity_overrides"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one_gone();
CREATE TRIGGER facts_new AFTER INSERT ON "activity_points"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_changed AFTER UPDATE ON "activity_points"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_gone AFTER DELETE ON "activity_points"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one_gone();
CREATE TRIGGER facts_new AFTER INSERT ON "activity_students"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_gone AFTER DELETE ON "activity_students"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one_gone();
CREATE TRIGGER facts_new AFTER INSERT ON "sittings"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_changed AFTER UPDATE ON "sittings"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facts_of_one();
CREATE TRIGGER facts_published AFTER UPDATE ON "lessons"
  FOR EACH ROW WHEN (OLD."published_id" IS DISTINCT FROM NEW."published_id") EXECUTE FUNCTION facts_of_lesson();
CREATE TRIGGER facts_ended AFTER UPDATE ON "live_sessions"
  FOR EACH ROW WHEN (NEW."ended_at" IS NOT NULL) EXECUTE FUNCTION facts_of_session();
