-- CreateTable
CREATE UNLOGGED TABLE "tries" (
    "id" UUID NOT NULL,
    "asker" TEXT NOT NULL,
    "payload" JSONB,
    "verdict" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tries_asker_key" ON "tries"("asker");

-- CreateIndex
CREATE INDEX "tries_created_at_idx" ON "tries"("created_at");
