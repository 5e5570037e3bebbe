-- AlterTable
ALTER TABLE "enrolments" ADD COLUMN     "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "players" ADD COLUMN     "rehearsal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "live_answers" ADD COLUMN     "provisional" BOOLEAN NOT NULL DEFAULT false;

-- 0: no limit
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_time_factor" CHECK ("time_factor" = 0 OR "time_factor" BETWEEN 1 AND 10);
ALTER TABLE "players" ADD CONSTRAINT "players_time_factor" CHECK ("time_factor" = 0 OR "time_factor" BETWEEN 1 AND 10);
