-- Quizzes: lessons without prose that belong to somebody and stand at no place of a course (decision 44).

-- AlterTable
ALTER TABLE "lessons" ADD COLUMN     "owner_id" UUID,
ALTER COLUMN "level_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "lesson_questions" ADD COLUMN     "points" DOUBLE PRECISION,
ADD COLUMN     "seconds" INTEGER;

-- CreateIndex
CREATE INDEX "lessons_owner_id_idx" ON "lessons"("owner_id");

-- AddForeignKey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lessons" ADD CONSTRAINT "lessons_home" CHECK (("level_id" IS NULL) <> ("owner_id" IS NULL));

ALTER TABLE "lesson_questions" ADD CONSTRAINT "lesson_questions_seconds" CHECK ("seconds" BETWEEN 5 AND 600);
ALTER TABLE "lesson_questions" ADD CONSTRAINT "lesson_questions_points" CHECK ("points" BETWEEN 0 AND 1000);
