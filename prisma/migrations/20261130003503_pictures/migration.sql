-- Pictures in questions and lessons: what is shown, who has put it in, and which versions refer to it.

-- CreateTable
CREATE TABLE "pictures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "hash" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pictures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture_uploads" (
    "picture_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "picture_uploads_pkey" PRIMARY KEY ("picture_id","user_id")
);

-- CreateTable
CREATE TABLE "question_pictures" (
    "question_version_id" UUID NOT NULL,
    "picture_id" UUID NOT NULL,
    "asked" BOOLEAN NOT NULL,

    CONSTRAINT "question_pictures_pkey" PRIMARY KEY ("question_version_id","picture_id")
);

-- CreateTable
CREATE TABLE "lesson_pictures" (
    "lesson_version_id" UUID NOT NULL,
    "picture_id" UUID NOT NULL,
    "told" BOOLEAN NOT NULL,

    CONSTRAINT "lesson_pictures_pkey" PRIMARY KEY ("lesson_version_id","picture_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pictures_hash_key" ON "pictures"("hash");

-- CreateIndex
CREATE INDEX "picture_uploads_user_id_idx" ON "picture_uploads"("user_id");

-- CreateIndex
CREATE INDEX "question_pictures_picture_id_idx" ON "question_pictures"("picture_id");

-- CreateIndex
CREATE INDEX "lesson_pictures_picture_id_idx" ON "lesson_pictures"("picture_id");

-- AddForeignKey
ALTER TABLE "picture_uploads" ADD CONSTRAINT "picture_uploads_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "pictures"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_uploads" ADD CONSTRAINT "picture_uploads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_pictures" ADD CONSTRAINT "question_pictures_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_pictures" ADD CONSTRAINT "question_pictures_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "pictures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_pictures" ADD CONSTRAINT "lesson_pictures_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_pictures" ADD CONSTRAINT "lesson_pictures_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "pictures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what is packed already is not packed once more
ALTER TABLE "pictures" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_size" CHECK (
    "width" BETWEEN 1 AND 2000 AND "height" BETWEEN 1 AND 2000 AND "size" = octet_length("bytes") AND "size" BETWEEN 1 AND 2097152
);
