-- CreateTable
CREATE TABLE "remarks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "class_id" UUID,
    "author_id" UUID,
    "line" INTEGER,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "remarks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remark_reads" (
    "submission_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remark_reads_pkey" PRIMARY KEY ("submission_id","user_id")
);

-- CreateTable
CREATE TABLE "remark_phrases" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remark_phrases_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "remarks_submission_id_created_at_idx" ON "remarks"("submission_id", "created_at");

-- CreateIndex
CREATE INDEX "remarks_class_id_created_at_idx" ON "remarks"("class_id", "created_at");

-- CreateIndex
CREATE INDEX "remarks_author_id_idx" ON "remarks"("author_id");

-- CreateIndex
CREATE INDEX "remark_reads_user_id_idx" ON "remark_reads"("user_id");

-- CreateIndex
CREATE INDEX "remark_phrases_user_id_idx" ON "remark_phrases"("user_id");

-- AddForeignKey
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark_reads" ADD CONSTRAINT "remark_reads_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark_reads" ADD CONSTRAINT "remark_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark_phrases" ADD CONSTRAINT "remark_phrases_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
