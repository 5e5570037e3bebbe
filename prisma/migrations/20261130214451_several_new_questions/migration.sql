-- Somebody may have begun several new questions: each draft of one says which.

-- DropIndex
DROP INDEX "author_drafts_user_id_question_id_lesson_id_key";

-- AlterTable
ALTER TABLE "author_drafts" ADD COLUMN     "new_id" UUID;

-- the one new question that each could have had
UPDATE "author_drafts" SET "new_id" = gen_random_uuid()
WHERE "question_id" IS NULL AND "lesson_id" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "author_drafts_user_id_question_id_lesson_id_new_id_key" ON "author_drafts"("user_id", "question_id", "lesson_id", "new_id") NULLS NOT DISTINCT;

ALTER TABLE "author_drafts" DROP CONSTRAINT "author_drafts_one_thing";
ALTER TABLE "author_drafts" ADD CONSTRAINT "author_drafts_one_thing" CHECK (num_nonnulls("question_id", "lesson_id", "new_id") = 1);
