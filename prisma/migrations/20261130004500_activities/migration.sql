-- A lesson that was given to a class is an activity: the same rows under the word that the project has for them, with room for
-- the rules of what is given. What was given before is open at once, never closes and tells answers at once, as it did.
ALTER TABLE "assignments" RENAME TO "activities";
ALTER TABLE "activities" RENAME CONSTRAINT "assignments_pkey" TO "activities_pkey";
ALTER TABLE "activities" RENAME CONSTRAINT "assignments_class_id_fkey" TO "activities_class_id_fkey";
ALTER TABLE "activities" RENAME CONSTRAINT "assignments_lesson_id_fkey" TO "activities_lesson_id_fkey";
ALTER TABLE "activities" RENAME CONSTRAINT "assignments_created_by_id_fkey" TO "activities_created_by_id_fkey";
ALTER INDEX "assignments_class_id_lesson_id_key" RENAME TO "activities_class_id_lesson_id_key";
ALTER INDEX "assignments_lesson_id_idx" RENAME TO "activities_lesson_id_idx";

-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "answers" TEXT NOT NULL DEFAULT 'atOnce',
ADD COLUMN     "attempts" INTEGER,
ADD COLUMN     "closes_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "opens_at" TIMESTAMPTZ(3),
ADD COLUMN     "seed" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "shuffle_options" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shuffle_questions" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

ALTER TABLE "activities" ADD CONSTRAINT "activities_answers" CHECK ("answers" IN ('atOnce', 'afterDue', 'afterClosing', 'never'));
ALTER TABLE "activities" ADD CONSTRAINT "activities_attempts" CHECK ("attempts" BETWEEN 0 AND 100);
ALTER TABLE "activities" ADD CONSTRAINT "activities_minutes" CHECK ("minutes" BETWEEN 1 AND 1440);

-- CreateTable
CREATE TABLE "sittings" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "sittings_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateIndex
CREATE INDEX "sittings_user_id_idx" ON "sittings"("user_id");
-- the few that are not over
CREATE INDEX "sittings_open" ON "sittings"("begun_at") WHERE "settled_at" IS NULL;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterEnum
ALTER TYPE "purpose" ADD VALUE 'practice';
