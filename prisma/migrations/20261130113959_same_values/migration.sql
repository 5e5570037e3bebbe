-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "same_values" BOOLEAN NOT NULL DEFAULT false;
