-- Quizzes are shared as questions are. What an account had made is handed over to another one (decision 52).

-- CreateTable
CREATE TABLE "quiz_shares" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "lesson_id" UUID NOT NULL,
    "user_id" UUID,
    "may" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quiz_shares_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from_id" UUID,
    "to_id" UUID,
    "made_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_things" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "handover_id" UUID NOT NULL,
    "question_id" UUID,
    "lesson_id" UUID,
    "picture_id" UUID,

    CONSTRAINT "handover_things_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "quiz_shares_user_id_idx" ON "quiz_shares"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_shares_lesson_id_user_id_key" ON "quiz_shares"("lesson_id", "user_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "handovers_from_id_idx" ON "handovers"("from_id");

-- CreateIndex
CREATE INDEX "handovers_to_id_idx" ON "handovers"("to_id");

-- CreateIndex
CREATE INDEX "handover_things_handover_id_idx" ON "handover_things"("handover_id");

-- CreateIndex
CREATE INDEX "handover_things_question_id_idx" ON "handover_things"("question_id");

-- CreateIndex
CREATE INDEX "handover_things_lesson_id_idx" ON "handover_things"("lesson_id");

-- CreateIndex
CREATE INDEX "handover_things_picture_id_idx" ON "handover_things"("picture_id");

-- AddForeignKey
ALTER TABLE "quiz_shares" ADD CONSTRAINT "quiz_shares_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_shares" ADD CONSTRAINT "quiz_shares_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_things" ADD CONSTRAINT "handover_things_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handovers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_things" ADD CONSTRAINT "handover_things_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_things" ADD CONSTRAINT "handover_things_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_things" ADD CONSTRAINT "handover_things_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "pictures"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "quiz_shares" ADD CONSTRAINT "quiz_shares_may" CHECK ("may" IN ('look', 'copy', 'edit'));
ALTER TABLE "handover_things" ADD CONSTRAINT "handover_things_one" CHECK (num_nonnulls("question_id", "lesson_id", "picture_id") = 1);

-- How far somebody may use a question of a bank that is not theirs: by its own shares, and by those of quizzes that ask it as they are
-- published now, where the quiz and the question are the same person's. Who may change a quiz does not change what it asks.
CREATE VIEW "opened_questions" AS
SELECT "question_id", "user_id", "may" FROM "question_shares"
UNION ALL
SELECT v."question_id", h."user_id", CASE h."may" WHEN 'look' THEN 'look' ELSE 'copy' END
FROM "quiz_shares" h
JOIN "lessons" s ON s."id" = h."lesson_id"
JOIN "lesson_questions" a ON a."lesson_version_id" = s."published_id"
JOIN "question_versions" v ON v."id" = a."question_version_id"
JOIN "questions" q ON q."id" = v."question_id" AND q."owner_id" = s."owner_id";
