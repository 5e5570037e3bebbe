-- Questions at home in a bank: what was written, corrections, and who else may look at, copy or change one.

-- AlterTable
ALTER TABLE "question_versions" ADD COLUMN     "correction" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "source" TEXT;

-- CreateTable
CREATE TABLE "question_shares" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "question_id" UUID NOT NULL,
    "user_id" UUID,
    "may" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_shares_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_shares_user_id_idx" ON "question_shares"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_shares_question_id_user_id_key" ON "question_shares"("question_id", "user_id") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "question_shares" ADD CONSTRAINT "question_shares_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_shares" ADD CONSTRAINT "question_shares_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "question_shares" ADD CONSTRAINT "question_shares_may" CHECK ("may" IN ('look', 'copy', 'edit'));

-- What was written and whether it was a correction is never changed either.
CREATE OR REPLACE FUNCTION "refuse_question_change"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN IF NEW.document <> OLD.document OR NEW.key <> OLD.key OR NEW.question_id <> OLD.question_id OR NEW.number <> OLD.number
      OR NEW.source IS DISTINCT FROM OLD.source OR NEW.correction <> OLD.correction
    THEN RAISE EXCEPTION ''question_versions are never changed''\x3b END IF\x3b RETURN NEW\x3b END\x3b';
