-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "hints_taken" INTEGER NOT NULL DEFAULT 0;

-- It is a number of hints.
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_hints_taken" CHECK ("hints_taken" >= 0);
