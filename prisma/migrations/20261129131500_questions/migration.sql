-- Questions get a life of their own, beside the lessons that ask them: a question, its versions, and which of them a version
-- of a lesson pins. What is stored today is taken over in place: each question of a lesson becomes a question that is at home
-- there, and it has as many versions as it has said different things.

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "lesson_id" UUID,
    "name" TEXT,
    "course_id" UUID,
    "owner_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "key" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "question_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_questions" (
    "lesson_version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "question_version_id" UUID NOT NULL,

    CONSTRAINT "lesson_questions_pkey" PRIMARY KEY ("lesson_version_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "questions_lesson_id_name_key" ON "questions"("lesson_id", "name");
CREATE INDEX "questions_course_id_idx" ON "questions"("course_id");
CREATE INDEX "questions_owner_id_idx" ON "questions"("owner_id");
CREATE UNIQUE INDEX "question_versions_question_id_number_key" ON "question_versions"("question_id", "number");
CREATE UNIQUE INDEX "lesson_questions_lesson_version_id_place_key" ON "lesson_questions"("lesson_version_id", "place");
CREATE INDEX "lesson_questions_question_version_id_idx" ON "lesson_questions"("question_version_id");

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "questions" ADD CONSTRAINT "questions_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "questions" ADD CONSTRAINT "questions_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "lesson_questions" ADD CONSTRAINT "lesson_questions_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lesson_questions" ADD CONSTRAINT "lesson_questions_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A question is at home in one place, and only in a lesson it has a name.
ALTER TABLE "questions" ADD CONSTRAINT "questions_home" CHECK (num_nonnulls("lesson_id", "course_id", "owner_id") = 1);
ALTER TABLE "questions" ADD CONSTRAINT "questions_named" CHECK (("lesson_id" IS NULL) = ("name" IS NULL));
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_number" CHECK ("number" >= 1);
ALTER TABLE "lesson_questions" ADD CONSTRAINT "lesson_questions_place" CHECK ("place" >= 1 AND "number" >= 1);
ALTER TABLE "lesson_questions" ADD CONSTRAINT "lesson_questions_role" CHECK ("role" IN ('exercise', 'check'));

-- What versions of lessons hold: every question of every version, with what its place says of it apart.
CREATE TEMPORARY TABLE "asked_before" AS
  SELECT v."id" AS lesson_version_id, v."lesson_id", v."number" AS lesson_number, v."created_at", v."created_by_id",
    q.place::int AS place, q.view->>'id' AS name, q.view->>'role' AS role, (q.view->>'number')::int AS number,
    (q.view - 'id' - 'role' - 'number')
      || jsonb_build_object('schemaVersion', coalesce(v."content"->'schemaVersion', '1'::jsonb)) AS document,
    coalesce(v."keys"->(q.view->>'id'), 'null'::jsonb) AS key
  FROM "lesson_versions" v, jsonb_array_elements(v."content"->'questions') WITH ORDINALITY q(view, place)
  WHERE q.view ? 'id';

-- One that a draft or an answer names and no version holds has a home too: nothing that was handed in is without its question.
INSERT INTO "questions" ("lesson_id", "name", "created_at")
  SELECT lesson_id, name, min(created_at) FROM (
    SELECT lesson_id, name, created_at FROM "asked_before"
    UNION ALL SELECT "lesson_id", "question_id", "created_at" FROM "submissions"
    UNION ALL SELECT "lesson_id", "question_id", "updated_at" FROM "scores"
    UNION ALL SELECT "lesson_id", "question_id", "updated_at" FROM "hint_reveals") every_one
  GROUP BY lesson_id, name;

INSERT INTO "question_versions" ("question_id", "number", "document", "key", "created_at", "created_by_id")
  SELECT q."id", row_number() OVER (PARTITION BY q."id" ORDER BY said.lesson_number, said.place),
    said.document, said.key, said.created_at, said.created_by_id
  FROM (
    SELECT DISTINCT ON (lesson_id, name, document, key) * FROM "asked_before"
    ORDER BY lesson_id, name, document, key, lesson_number) said
  JOIN "questions" q ON q."lesson_id" = said.lesson_id AND q."name" = said.name;

INSERT INTO "lesson_questions" ("lesson_version_id", "name", "place", "role", "number", "question_version_id")
  SELECT a.lesson_version_id, a.name, a.place, a.role, a.number, v."id"
  FROM "asked_before" a
  JOIN "questions" q ON q."lesson_id" = a.lesson_id AND q."name" = a.name
  JOIN "question_versions" v ON v."question_id" = q."id" AND v."document" = a.document AND v."key" = a.key;

DROP TABLE "asked_before";
ALTER TABLE "lesson_versions" DROP COLUMN "keys";
UPDATE "lesson_versions" SET "content" = "content" - 'questions';

-- What was typed, handed in, counted and opened points to its question.
ALTER TABLE "drafts" ADD COLUMN "question_ref" UUID;
ALTER TABLE "hint_reveals" ADD COLUMN "question_ref" UUID DEFAULT NULL::uuid;
ALTER TABLE "submissions" ADD COLUMN "question_ref" UUID DEFAULT NULL::uuid;
ALTER TABLE "scores" ADD COLUMN "question_ref" UUID DEFAULT NULL::uuid;
ALTER TABLE "drafts" DISABLE TRIGGER USER;
ALTER TABLE "submissions" DISABLE TRIGGER USER;
ALTER TABLE "scores" DISABLE TRIGGER USER;
UPDATE "drafts" t SET "question_ref" = q."id" FROM "questions" q WHERE q."lesson_id" = t."lesson_id" AND q."name" = t."question_id";
UPDATE "hint_reveals" t SET "question_ref" = q."id" FROM "questions" q WHERE q."lesson_id" = t."lesson_id" AND q."name" = t."question_id";
UPDATE "submissions" t SET "question_ref" = q."id" FROM "questions" q WHERE q."lesson_id" = t."lesson_id" AND q."name" = t."question_id";
UPDATE "scores" t SET "question_ref" = q."id" FROM "questions" q WHERE q."lesson_id" = t."lesson_id" AND q."name" = t."question_id";
ALTER TABLE "drafts" ENABLE TRIGGER USER;
ALTER TABLE "submissions" ENABLE TRIGGER USER;
ALTER TABLE "scores" ENABLE TRIGGER USER;
ALTER TABLE "hint_reveals" ALTER COLUMN "question_ref" SET NOT NULL;
ALTER TABLE "submissions" ALTER COLUMN "question_ref" SET NOT NULL;
ALTER TABLE "scores" ALTER COLUMN "question_ref" SET NOT NULL;
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_question_ref_fkey" FOREIGN KEY ("question_ref") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hint_reveals" ADD CONSTRAINT "hint_reveals_question_ref_fkey" FOREIGN KEY ("question_ref") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_question_ref_fkey" FOREIGN KEY ("question_ref") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scores" ADD CONSTRAINT "scores_question_ref_fkey" FOREIGN KEY ("question_ref") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "drafts_question_ref_idx" ON "drafts"("question_ref");
CREATE INDEX "hint_reveals_question_ref_idx" ON "hint_reveals"("question_ref");
CREATE INDEX "submissions_question_ref_idx" ON "submissions"("question_ref");
CREATE INDEX "scores_question_ref_idx" ON "scores"("question_ref");

-- Which question it is follows from the version of the lesson and the name in it, so no code has to say it twice. (The engine
-- that applies migrations splits at every semicolon, also inside a quoted body: they are written as \x3b.)
CREATE FUNCTION "pinned_question"(in_version uuid, in_lesson uuid, called text) RETURNS uuid LANGUAGE sql STABLE AS
  E'SELECT coalesce(
    (SELECT v.question_id FROM lesson_questions a JOIN question_versions v ON v.id = a.question_version_id
      WHERE a.lesson_version_id = in_version AND a.name = called),
    (SELECT v.question_id FROM lesson_versions l
      JOIN lesson_questions a ON a.lesson_version_id = l.id AND a.name = called
      JOIN question_versions v ON v.id = a.question_version_id
      WHERE l.lesson_id = in_lesson ORDER BY l.number DESC LIMIT 1),
    (SELECT id FROM questions WHERE lesson_id = in_lesson AND name = called))';
CREATE FUNCTION "set_question_of_version"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN IF NEW.question_ref IS NULL THEN
      NEW.question_ref := pinned_question(NEW.lesson_version_id, NEW.lesson_id, NEW.question_id)\x3b END IF\x3b
    RETURN NEW\x3b END\x3b';
CREATE FUNCTION "set_question_of_score"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN IF NEW.question_ref IS NULL THEN
      SELECT question_ref INTO NEW.question_ref FROM submissions WHERE id = NEW.submission_id\x3b END IF\x3b
    RETURN NEW\x3b END\x3b';
CREATE TRIGGER "drafts_question" BEFORE INSERT ON "drafts" FOR EACH ROW EXECUTE FUNCTION "set_question_of_version"();
CREATE TRIGGER "hint_reveals_question" BEFORE INSERT ON "hint_reveals" FOR EACH ROW EXECUTE FUNCTION "set_question_of_version"();
CREATE TRIGGER "submissions_question" BEFORE INSERT ON "submissions" FOR EACH ROW EXECUTE FUNCTION "set_question_of_version"();
CREATE TRIGGER "scores_question" BEFORE INSERT ON "scores" FOR EACH ROW EXECUTE FUNCTION "set_question_of_score"();

-- A version is what somebody was asked: it is never changed.
CREATE FUNCTION "refuse_question_change"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN IF NEW.document <> OLD.document OR NEW.key <> OLD.key OR NEW.question_id <> OLD.question_id OR NEW.number <> OLD.number
    THEN RAISE EXCEPTION ''question_versions are never changed''\x3b END IF\x3b RETURN NEW\x3b END\x3b';
CREATE TRIGGER "question_versions_stand" BEFORE UPDATE ON "question_versions" FOR EACH ROW EXECUTE FUNCTION "refuse_question_change"();
