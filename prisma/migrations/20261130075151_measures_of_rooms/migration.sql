-- CreateTable
CREATE TABLE "live_measures" (
    "session_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "tries" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,

    CONSTRAINT "live_measures_pkey" PRIMARY KEY ("session_id","question_id")
);

-- CreateTable
CREATE TABLE "measured_rooms" (
    "session_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measured_rooms_pkey" PRIMARY KEY ("session_id")
);

-- CreateIndex
CREATE INDEX "live_measures_question_id_idx" ON "live_measures"("question_id");

-- CreateIndex
CREATE INDEX "measured_rooms_measured_at_idx" ON "measured_rooms"("measured_at");

-- AddForeignKey
ALTER TABLE "live_measures" ADD CONSTRAINT "live_measures_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_measures" ADD CONSTRAINT "live_measures_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measured_rooms" ADD CONSTRAINT "measured_rooms_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
