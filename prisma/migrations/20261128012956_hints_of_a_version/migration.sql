-- Hints are those of a version. What was open stays open in the version that is published now (else in the newest).
ALTER TABLE "hint_reveals" ADD COLUMN "lesson_version_id" UUID;

UPDATE "hint_reveals" h SET "lesson_version_id" = coalesce(
  (SELECT l."published_id" FROM "lessons" l WHERE l."id" = h."lesson_id"),
  (SELECT v."id" FROM "lesson_versions" v WHERE v."lesson_id" = h."lesson_id" ORDER BY v."number" DESC LIMIT 1));
-- without any version there is nothing to hint at
DELETE FROM "hint_reveals" WHERE "lesson_version_id" IS NULL;

ALTER TABLE "hint_reveals" ALTER COLUMN "lesson_version_id" SET NOT NULL,
DROP CONSTRAINT "hint_reveals_pkey",
ADD CONSTRAINT "hint_reveals_pkey" PRIMARY KEY ("user_id", "lesson_id", "question_id", "lesson_version_id");

-- AddForeignKey
ALTER TABLE "hint_reveals" ADD CONSTRAINT "hint_reveals_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
