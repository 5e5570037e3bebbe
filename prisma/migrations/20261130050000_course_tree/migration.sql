-- Courses that are arranged in the classroom: where each part comes from, who edits which course, and the addresses of before.

-- AlterTable
ALTER TABLE "courses" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "arranged_at" TIMESTAMPTZ(3),
ADD COLUMN     "content_id" TEXT,
ADD COLUMN     "list_hash" TEXT;

-- AlterTable
ALTER TABLE "lessons" ADD COLUMN     "file_hash" TEXT;

-- AlterTable
ALTER TABLE "levels" ADD COLUMN     "content_id" TEXT;

-- CreateTable
CREATE TABLE "course_editors" (
    "course_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_editors_pkey" PRIMARY KEY ("course_id","user_id")
);

-- CreateTable
CREATE TABLE "former_slugs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "course_id" UUID,
    "level_id" UUID,
    "lesson_id" UUID,
    "of_file" BOOLEAN NOT NULL DEFAULT false,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_slugs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "course_editors_user_id_idx" ON "course_editors"("user_id");

-- CreateIndex
CREATE INDEX "former_slugs_slug_idx" ON "former_slugs"("slug");

-- CreateIndex
CREATE INDEX "former_slugs_course_id_idx" ON "former_slugs"("course_id");

-- CreateIndex
CREATE INDEX "former_slugs_level_id_idx" ON "former_slugs"("level_id");

-- CreateIndex
CREATE INDEX "former_slugs_lesson_id_idx" ON "former_slugs"("lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "courses_content_id_key" ON "courses"("content_id");

-- CreateIndex
CREATE UNIQUE INDEX "levels_course_id_content_id_key" ON "levels"("course_id", "content_id");

-- AddForeignKey
ALTER TABLE "course_editors" ADD CONSTRAINT "course_editors_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_editors" ADD CONSTRAINT "course_editors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_editors" ADD CONSTRAINT "course_editors_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "levels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An address belonged to one thing.
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_whose" CHECK (num_nonnulls("course_id", "level_id", "lesson_id") = 1);

-- Until now courses and levels came from files alone, and were known by their slugs.
UPDATE "courses" SET "content_id" = "slug";
UPDATE "levels" SET "content_id" = "slug";
