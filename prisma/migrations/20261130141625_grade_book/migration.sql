-- AlterTable
ALTER TABLE "classes" ADD COLUMN     "grades_as" TEXT NOT NULL DEFAULT 'percent',
ADD COLUMN     "scale" JSONB;

-- AlterTable
ALTER TABLE "activities" ADD COLUMN     "category_id" UUID,
ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "activity_points" ADD COLUMN     "as_is" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "grade_categories" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "drop_lowest" INTEGER NOT NULL DEFAULT 0,
    "place" INTEGER NOT NULL,

    CONSTRAINT "grade_categories_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "grade_categories_class_id_idx" ON "grade_categories"("class_id");

-- CreateIndex
CREATE INDEX "activities_category_id_idx" ON "activities"("category_id");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "grade_categories"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_categories" ADD CONSTRAINT "grade_categories_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- points that were given before there was a rule for them stay what they are
UPDATE "activity_points" SET "as_is" = true;

ALTER TABLE "classes" ADD CONSTRAINT "classes_grades_as" CHECK ("grades_as" IN ('percent', 'points', 'marks'));
ALTER TABLE "activities" ADD CONSTRAINT "activities_weight" CHECK ("weight" BETWEEN 0 AND 1000);
ALTER TABLE "grade_categories" ADD CONSTRAINT "grade_categories_weight" CHECK ("weight" BETWEEN 0 AND 1000);
ALTER TABLE "grade_categories" ADD CONSTRAINT "grade_categories_drop_lowest" CHECK ("drop_lowest" BETWEEN 0 AND 50);
