-- AlterTable
ALTER TABLE "live_measures" ADD COLUMN     "given" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "median_ms" INTEGER,
ADD COLUMN     "paired" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rest" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "live_misread" (
    "session_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "player_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "live_misread_pkey" PRIMARY KEY ("session_id","round","player_id","code")
);

-- CreateIndex
CREATE INDEX "live_misread_session_id_player_id_idx" ON "live_misread"("session_id", "player_id");

-- AddForeignKey
ALTER TABLE "live_misread" ADD CONSTRAINT "live_misread_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_misread" ADD CONSTRAINT "live_misread_session_id_player_id_fkey" FOREIGN KEY ("session_id", "player_id") REFERENCES "players"("session_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rooms that were measured before are measured once more.
UPDATE "measured_rooms" SET "version" = -1;
