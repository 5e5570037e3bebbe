-- AlterTable
ALTER TABLE "verdicts" ADD COLUMN     "regrade_id" UUID;

-- CreateTable
CREATE TABLE "regrades" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "lesson_id" UUID NOT NULL,
    "lesson_version_id" UUID NOT NULL,
    "question_ids" TEXT[],
    "class_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "applied_by_id" UUID,

    CONSTRAINT "regrades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_items" (
    "regrade_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "proposed" JSONB,
    "grader" TEXT,
    "error" TEXT,

    CONSTRAINT "regrade_items_pkey" PRIMARY KEY ("regrade_id","submission_id")
);

-- CreateIndex
CREATE INDEX "regrades_lesson_id_class_id_created_at_idx" ON "regrades"("lesson_id", "class_id", "created_at");

-- CreateIndex
CREATE INDEX "regrade_items_submission_id_idx" ON "regrade_items"("submission_id");

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrades"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_items" ADD CONSTRAINT "regrade_items_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrades"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_items" ADD CONSTRAINT "regrade_items_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A regrade is applied or cancelled, not both, and once only, and it grades against a version of its own lesson.
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_one_end" CHECK ("applied_at" IS NULL OR "cancelled_at" IS NULL);
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_applied_by" CHECK (("applied_at" IS NULL) = ("applied_by_id" IS NULL));
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_version_of_lesson"
  FOREIGN KEY ("lesson_version_id", "lesson_id") REFERENCES "lesson_versions" ("id", "lesson_id");

-- One open at a time for a lesson and a class, and one for all classes.
CREATE UNIQUE INDEX "regrades_open" ON "regrades"
  ("lesson_id", coalesce("class_id", '00000000-0000-0000-0000-000000000000'::uuid))
  WHERE "applied_at" IS NULL AND "cancelled_at" IS NULL;

-- An item waits, or has a verdict with its grader, or a reason why there is none.
ALTER TABLE "regrade_items" ADD CONSTRAINT "regrade_items_one_outcome"
  CHECK (("proposed" IS NULL OR "error" IS NULL) AND ("proposed" IS NULL) = ("grader" IS NULL));
ALTER TABLE "regrade_items" ADD CONSTRAINT "regrade_items_error"
  CHECK ("error" IN ('questionGone', 'answerDoesNotFit', 'graderFailed'));
CREATE INDEX "regrade_items_waiting" ON "regrade_items" ("regrade_id") WHERE "proposed" IS NULL AND "error" IS NULL;

-- What the grader failed on is asked for by every board, and is rare.
CREATE INDEX "verdicts_failed" ON "verdicts" ("submission_id", "created_at") WHERE "outcome" = 'failed';
