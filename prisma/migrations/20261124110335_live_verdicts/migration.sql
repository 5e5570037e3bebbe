-- AlterTable
ALTER TABLE "live_answers" ADD COLUMN     "verdict" JSONB;
