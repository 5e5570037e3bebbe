-- The points of a version and how many questions it has stand beside its content, so that no list reads the content of
-- every lesson to add them up. Versions that were published before are summed up here, once.
ALTER TABLE "lesson_versions" ADD COLUMN "points" DOUBLE PRECISION, ADD COLUMN "question_count" INTEGER;
UPDATE "lesson_versions" SET
  "points" = (SELECT coalesce(sum((q->>'points')::float8), 0) FROM jsonb_array_elements("content"->'questions') q),
  "question_count" = coalesce(jsonb_array_length("content"->'questions'), 0);
ALTER TABLE "lesson_versions" ALTER COLUMN "points" SET NOT NULL, ALTER COLUMN "question_count" SET NOT NULL;
