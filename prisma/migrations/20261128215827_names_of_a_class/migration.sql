-- AlterTable
ALTER TABLE "classes" ADD COLUMN     "show_names" BOOLEAN NOT NULL DEFAULT false;
