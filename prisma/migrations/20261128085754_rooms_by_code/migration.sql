-- CreateIndex
CREATE INDEX "live_sessions_code_idx" ON "live_sessions"("code");
