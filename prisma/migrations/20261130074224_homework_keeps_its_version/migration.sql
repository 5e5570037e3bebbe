-- A class keeps the version of a quiz that it was given, until its teacher takes a newer one (decision 55).

-- AlterTable
ALTER TABLE "lesson_versions" ADD COLUMN     "based_on" INTEGER;

-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "lesson_version_id" UUID;

-- CreateIndex
CREATE INDEX "activities_lesson_version_id_idx" ON "activities"("lesson_version_id");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is homework now keeps the version that it has now.
UPDATE "activities" a SET "lesson_version_id" = l."published_id"
FROM "lessons" l WHERE l."id" = a."lesson_id" AND l."level_id" IS NULL;
