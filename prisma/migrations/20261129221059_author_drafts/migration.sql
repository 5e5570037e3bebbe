-- What authors have typed and not published, by person and thing, and who has an editor open.

-- CreateTable
CREATE TABLE "author_drafts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "question_id" UUID,
    "lesson_id" UUID,
    "source" TEXT,
    "base" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_at" TIMESTAMPTZ(3),
    "saved_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "author_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "author_drafts_question_id_idx" ON "author_drafts"("question_id");

-- CreateIndex
CREATE INDEX "author_drafts_lesson_id_idx" ON "author_drafts"("lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "author_drafts_user_id_question_id_lesson_id_key" ON "author_drafts"("user_id", "question_id", "lesson_id") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "author_drafts" ADD CONSTRAINT "author_drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author_drafts" ADD CONSTRAINT "author_drafts_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author_drafts" ADD CONSTRAINT "author_drafts_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "author_drafts" ADD CONSTRAINT "author_drafts_one_thing" CHECK (num_nonnulls("question_id", "lesson_id") <= 1);
