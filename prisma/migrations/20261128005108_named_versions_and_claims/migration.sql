-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "lesson_version_id" UUID;

-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3);

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
