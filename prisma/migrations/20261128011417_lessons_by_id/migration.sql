-- DropIndex
DROP INDEX "levels_course_id_number_key";

-- DropIndex
DROP INDEX "lessons_level_id_place_key";

-- AlterTable
ALTER TABLE "levels" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "lessons" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "content_id" TEXT,
ADD COLUMN     "listed_title" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "lessons_content_id_key" ON "lessons"("content_id");

-- CreateIndex
CREATE INDEX "lessons_level_id_idx" ON "lessons"("level_id");

-- A number is one level's, and a place one lesson's, among those that the course lists.
CREATE UNIQUE INDEX "levels_course_id_number_key" ON "levels"("course_id", "number") WHERE "archived_at" IS NULL;
CREATE UNIQUE INDEX "lessons_level_id_place_key" ON "lessons"("level_id", "place") WHERE "archived_at" IS NULL;

-- Until now a lesson of a file was known by its slug, which is its file's name without the number: that is its id.
UPDATE "lessons" SET "content_id" = "slug"
WHERE EXISTS (SELECT 1 FROM "lesson_versions" "v" WHERE "v"."lesson_id" = "lessons"."id" AND "v"."created_by_id" IS NULL);

-- A place where nothing was written still has the title that it was listed under.
UPDATE "lessons" SET "listed_title" = "title" WHERE "published_id" IS NULL;
