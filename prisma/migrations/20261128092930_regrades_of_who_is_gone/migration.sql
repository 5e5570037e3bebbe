-- An account that has applied a regrade could not be deleted: its id goes, and the time at which it was applied stays.
ALTER TABLE "regrades" DROP CONSTRAINT IF EXISTS "regrades_applied_by";
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_applied_by" CHECK ("applied_by_id" IS NULL OR "applied_at" IS NOT NULL);
