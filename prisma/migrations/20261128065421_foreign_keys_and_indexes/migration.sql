-- What names somebody or something by its id is held to it, and what is often asked for has an index. Ids that lead nowhere
-- (nothing here deletes accounts, but somebody may have by hand) are forgotten first: the rows stay.
-- who has applied a regrade may be gone: a later migration holds what remains of this
ALTER TABLE "regrades" DROP CONSTRAINT "regrades_applied_by";
UPDATE "lesson_versions" t SET "created_by_id" = NULL WHERE "created_by_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."created_by_id");
UPDATE "verdicts" t SET "decided_by_id" = NULL WHERE "decided_by_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."decided_by_id");
UPDATE "regrades" t SET "applied_by_id" = NULL WHERE "applied_by_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."applied_by_id");
UPDATE "audit_events" t SET "actor_id" = NULL WHERE "actor_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."actor_id");

-- AlterTable
ALTER TABLE "password_resets" ALTER COLUMN "created_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "assignments" ALTER COLUMN "created_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "regrades" ALTER COLUMN "created_by_id" DROP NOT NULL;

-- an account that is gone takes nothing with it that it has made
UPDATE "password_resets" t SET "created_by_id" = NULL WHERE NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."created_by_id");
UPDATE "assignments" t SET "created_by_id" = NULL WHERE NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."created_by_id");
UPDATE "regrades" t SET "created_by_id" = NULL WHERE NOT EXISTS (SELECT 1 FROM "users" u WHERE u."id" = t."created_by_id");

-- a verdict of a version that is gone is held to the version that was answered, under a grader of its own, so that none is in its way
UPDATE "verdicts" v SET "lesson_version_id" = s."lesson_version_id",
  "grader" = CASE WHEN v."grader" = 'teacher' THEN v."grader" ELSE v."grader" || ' ' || v."id" END
FROM "submissions" s
WHERE s."id" = v."submission_id" AND NOT EXISTS (SELECT 1 FROM "lesson_versions" l WHERE l."id" = v."lesson_version_id");

-- CreateIndex
CREATE INDEX "classes_course_id_idx" ON "classes"("course_id");

-- CreateIndex
CREATE INDEX "assignments_lesson_id_idx" ON "assignments"("lesson_id");

-- CreateIndex
CREATE INDEX "submissions_user_id_created_at_idx" ON "submissions"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "submissions_lesson_version_id_idx" ON "submissions"("lesson_version_id");

-- CreateIndex
CREATE INDEX "verdicts_regrade_id_idx" ON "verdicts"("regrade_id");

-- CreateIndex
CREATE INDEX "scores_lesson_id_idx" ON "scores"("lesson_id");

-- CreateIndex
CREATE INDEX "scores_submission_id_idx" ON "scores"("submission_id");

-- CreateIndex
CREATE INDEX "live_sessions_host_id_idx" ON "live_sessions"("host_id");

-- CreateIndex
CREATE INDEX "live_sessions_lesson_id_idx" ON "live_sessions"("lesson_id");

-- CreateIndex
CREATE INDEX "players_user_id_idx" ON "players"("user_id");

-- CreateIndex
CREATE INDEX "audit_events_subject_idx" ON "audit_events"("subject");

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_versions" ADD CONSTRAINT "lesson_versions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_applied_by_id_fkey" FOREIGN KEY ("applied_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
