-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "variant_id" UUID;

-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "variant_id" UUID;

-- CreateTable
CREATE TABLE "question_variants" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "drawn" JSONB NOT NULL,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_variants_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_variants_question_id_idx" ON "question_variants"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_variants_user_id_question_id_number_key" ON "question_variants"("user_id", "question_id", "number");

-- CreateIndex
CREATE INDEX "drafts_variant_id_idx" ON "drafts"("variant_id");

-- CreateIndex
CREATE INDEX "submissions_variant_id_idx" ON "submissions"("variant_id");

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "question_variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_variants" ADD CONSTRAINT "question_variants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_variants" ADD CONSTRAINT "question_variants_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "question_variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
