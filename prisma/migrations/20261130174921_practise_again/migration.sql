-- AlterTable
ALTER TABLE "question_variants" ADD COLUMN     "apart" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "live_earned" (
    "session_id" UUID NOT NULL,
    "player_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "points" DOUBLE PRECISION,
    "max_points" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "live_earned_pkey" PRIMARY KEY ("session_id","player_id","question_id")
);

-- CreateTable
CREATE TABLE "practice_cards" (
    "user_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "card" JSONB,
    "aside_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_cards_pkey" PRIMARY KEY ("user_id","question_id")
);

-- CreateIndex
CREATE INDEX "live_earned_question_id_idx" ON "live_earned"("question_id");

-- CreateIndex
CREATE INDEX "practice_cards_question_id_idx" ON "practice_cards"("question_id");

-- AddForeignKey
ALTER TABLE "live_earned" ADD CONSTRAINT "live_earned_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_earned" ADD CONSTRAINT "live_earned_session_id_player_id_fkey" FOREIGN KEY ("session_id", "player_id") REFERENCES "players"("session_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_earned" ADD CONSTRAINT "live_earned_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What players earned is not known of the rooms that were measured before: they are measured once more.
UPDATE "measured_rooms" SET "version" = -1;
