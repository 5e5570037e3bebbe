-- An open board reads only what changed: each change of a cell (what is typed, handed in, graded, counted) is noted with its
-- transaction, whoever makes it. Rows are only added, so that no two who work at one cell wait for each other here.
-- CreateTable
CREATE TABLE "board_changes" (
    "id" BIGSERIAL NOT NULL,
    "lesson_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "by" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "board_changes_lesson_id_by_idx" ON "board_changes"("lesson_id", "by");

-- CreateIndex
CREATE INDEX "board_changes_at_idx" ON "board_changes"("at");

-- the newest that somebody handed in is found by one look into the index
DROP INDEX "submissions_lesson_id_question_id_user_id_created_at_idx";
CREATE INDEX "submissions_newest" ON "submissions"("lesson_id", "question_id", "user_id", "purpose", "created_at", "id");

-- (The engine that applies migrations splits at every semicolon, also inside a quoted body: they are written as \x3b.)
CREATE FUNCTION "note_board_change"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN INSERT INTO board_changes (lesson_id, user_id, question_id)
    SELECT DISTINCT lesson_id, user_id, question_id FROM changed\x3b RETURN NULL\x3b END\x3b';
CREATE FUNCTION "note_board_submission"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN INSERT INTO board_changes (lesson_id, user_id, question_id)
    SELECT DISTINCT lesson_id, user_id, question_id FROM changed WHERE purpose = ''submit''\x3b RETURN NULL\x3b END\x3b';
CREATE FUNCTION "note_board_verdict"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN INSERT INTO board_changes (lesson_id, user_id, question_id)
    SELECT DISTINCT s.lesson_id, s.user_id, s.question_id FROM changed v JOIN submissions s ON s.id = v.submission_id
    WHERE s.purpose = ''submit''\x3b RETURN NULL\x3b END\x3b';

CREATE TRIGGER "drafts_board_insert" AFTER INSERT ON "drafts" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_change"();
CREATE TRIGGER "drafts_board_delete" AFTER DELETE ON "drafts" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_change"();

CREATE TRIGGER "submissions_board_insert" AFTER INSERT ON "submissions" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_submission"();
CREATE TRIGGER "submissions_board_update" AFTER UPDATE ON "submissions" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_submission"();
CREATE TRIGGER "submissions_board_delete" AFTER DELETE ON "submissions" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_submission"();

CREATE TRIGGER "verdicts_board_insert" AFTER INSERT ON "verdicts" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_verdict"();
CREATE TRIGGER "verdicts_board_update" AFTER UPDATE ON "verdicts" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_verdict"();
CREATE TRIGGER "verdicts_board_delete" AFTER DELETE ON "verdicts" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_verdict"();

CREATE TRIGGER "scores_board_insert" AFTER INSERT ON "scores" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_change"();
CREATE TRIGGER "scores_board_update" AFTER UPDATE ON "scores" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_change"();
CREATE TRIGGER "scores_board_delete" AFTER DELETE ON "scores" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_board_change"();
