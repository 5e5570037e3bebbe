-- CreateTable
CREATE TABLE "inquiries" (
    "id" UUID NOT NULL,
    "class_id" UUID,
    "student_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "lesson_version_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "variant_id" UUID,
    "answer" JSONB,
    "during" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "helped_at" TIMESTAMPTZ(3),
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_messages" (
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_reads" (
    "inquiry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inquiry_reads_pkey" PRIMARY KEY ("inquiry_id","user_id")
);

-- CreateTable
CREATE TABLE "notice_settings" (
    "user_id" UUID NOT NULL,
    "seen_to" TIMESTAMPTZ(3),
    "off" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mail_off" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mail_address" TEXT,
    "digest" BOOLEAN NOT NULL DEFAULT false,
    "mail_token" TEXT,
    "mailed_on" DATE,
    "mailed_to" TIMESTAMPTZ(3),

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "mail_confirmations" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_confirmations_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "inquiries_class_id_asked_at_idx" ON "inquiries"("class_id", "asked_at");

-- CreateIndex
CREATE INDEX "inquiries_student_id_lesson_id_idx" ON "inquiries"("student_id", "lesson_id");

-- CreateIndex
CREATE INDEX "inquiries_lesson_id_idx" ON "inquiries"("lesson_id");

-- CreateIndex
CREATE INDEX "inquiries_lesson_version_id_idx" ON "inquiries"("lesson_version_id");

-- CreateIndex
CREATE INDEX "inquiries_variant_id_idx" ON "inquiries"("variant_id");

-- CreateIndex
CREATE INDEX "inquiries_answered_by_id_idx" ON "inquiries"("answered_by_id");

-- CreateIndex
CREATE INDEX "inquiries_taken_by_id_idx" ON "inquiries"("taken_by_id");

-- CreateIndex
CREATE INDEX "inquiry_messages_inquiry_id_created_at_idx" ON "inquiry_messages"("inquiry_id", "created_at");

-- CreateIndex
CREATE INDEX "inquiry_messages_author_id_idx" ON "inquiry_messages"("author_id");

-- CreateIndex
CREATE INDEX "inquiry_reads_user_id_idx" ON "inquiry_reads"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_settings_mail_token_key" ON "notice_settings"("mail_token");

-- CreateIndex
CREATE INDEX "mail_confirmations_user_id_idx" ON "mail_confirmations"("user_id");

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_lesson_version_id_fkey" FOREIGN KEY ("lesson_version_id") REFERENCES "lesson_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "question_variants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_messages" ADD CONSTRAINT "inquiry_messages_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_messages" ADD CONSTRAINT "inquiry_messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_reads" ADD CONSTRAINT "inquiry_reads_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_reads" ADD CONSTRAINT "inquiry_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_confirmations" ADD CONSTRAINT "mail_confirmations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits for somebody is few among many: the header of each page of who teaches asks for it.
CREATE INDEX "inquiries_open" ON "inquiries" ("class_id", "asked_at") WHERE "answered_at" IS NULL AND "helped_at" IS NULL;
CREATE INDEX "scores_undecided" ON "scores" ("lesson_id", "user_id") WHERE "result" = 'undecided';
