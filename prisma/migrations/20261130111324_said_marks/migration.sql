-- CreateTable
CREATE TABLE "said_marks" (
    "class_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "hidden" BOOLEAN,
    "group_name" TEXT,

    CONSTRAINT "said_marks_pkey" PRIMARY KEY ("class_id","lesson_id","question_id","key")
);

-- CreateIndex
CREATE INDEX "said_marks_lesson_id_idx" ON "said_marks"("lesson_id");

-- AddForeignKey
ALTER TABLE "said_marks" ADD CONSTRAINT "said_marks_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "said_marks" ADD CONSTRAINT "said_marks_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;
