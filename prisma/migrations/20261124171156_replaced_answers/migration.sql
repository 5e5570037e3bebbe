-- AlterTable
ALTER TABLE "live_answers" ADD COLUMN     "replaced" TEXT[] DEFAULT ARRAY[]::TEXT[];
