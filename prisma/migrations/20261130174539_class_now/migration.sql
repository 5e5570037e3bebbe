-- AlterTable
ALTER TABLE "class_assistants" ADD COLUMN     "may_drafts" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "presences" (
    "user_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "question_id" TEXT,
    "reading" BOOLEAN NOT NULL DEFAULT true,
    "section" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),
    "connection" TEXT NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("user_id","connection")
);

-- CreateTable
CREATE TABLE "class_hours" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "begun_by_id" UUID,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "lesson_id" UUID,
    "section" TEXT,
    "heading" TEXT,
    "placed_at" TIMESTAMPTZ(3),

    CONSTRAINT "class_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hands" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "hour_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lowered_at" TIMESTAMPTZ(3),
    "lowered_by_id" UUID,

    CONSTRAINT "hands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "lesson_version_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" UUID,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_answers" (
    "snapshot_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "variant_id" UUID,

    CONSTRAINT "snapshot_answers_pkey" PRIMARY KEY ("snapshot_id","user_id")
);

-- CreateIndex
CREATE INDEX "presences_lesson_id_idx" ON "presences"("lesson_id");

-- CreateIndex
CREATE INDEX "presences_seen_at_idx" ON "presences"("seen_at");

-- CreateIndex
CREATE INDEX "class_hours_class_id_ended_at_idx" ON "class_hours"("class_id", "ended_at");

-- CreateIndex
CREATE INDEX "class_hours_lesson_id_idx" ON "class_hours"("lesson_id");

-- CreateIndex
CREATE INDEX "hands_hour_id_lowered_at_idx" ON "hands"("hour_id", "lowered_at");

-- CreateIndex
CREATE INDEX "hands_user_id_idx" ON "hands"("user_id");

-- CreateIndex
CREATE INDEX "snapshots_class_id_taken_at_idx" ON "snapshots"("class_id", "taken_at");

-- CreateIndex
CREATE INDEX "snapshot_answers_user_id_idx" ON "snapshot_answers"("user_id");

-- CreateIndex
CREATE INDEX "snapshot_answers_variant_id_idx" ON "snapshot_answers"("variant_id");

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_hours" ADD CONSTRAINT "class_hours_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_hours" ADD CONSTRAINT "class_hours_begun_by_id_fkey" FOREIGN KEY ("begun_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_hours" ADD CONSTRAINT "class_hours_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hands" ADD CONSTRAINT "hands_hour_id_fkey" FOREIGN KEY ("hour_id") REFERENCES "class_hours"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hands" ADD CONSTRAINT "hands_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hands" ADD CONSTRAINT "hands_lowered_by_id_fkey" FOREIGN KEY ("lowered_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_answers" ADD CONSTRAINT "snapshot_answers_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_answers" ADD CONSTRAINT "snapshot_answers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_answers" ADD CONSTRAINT "snapshot_answers_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "question_variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One hour at a time in a class, one raised hand at a time of a student in it
CREATE UNIQUE INDEX "class_hours_one_at_a_time" ON "class_hours"("class_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "hands_one_at_a_time" ON "hands"("hour_id", "user_id") WHERE "lowered_at" IS NULL;
