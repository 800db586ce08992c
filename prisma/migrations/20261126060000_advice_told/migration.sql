-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "advice_id" UUID;

-- CreateIndex
CREATE INDEX "notifications_advice_id_idx" ON "notifications"("advice_id");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_advice_id_fkey" FOREIGN KEY ("advice_id") REFERENCES "advices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "users_created_at_id_idx" ON "users"("created_at", "id");

-- What Prisma cannot express -------------------------------------------------------------------------------

ALTER TABLE "notifications"
  ADD CONSTRAINT "notifications_about_one_thing" CHECK (num_nonnulls("review_id", "advice_id") <= 1);

-- What admins decided on, the newest first; what waits for them has one of its own.
CREATE INDEX "reports_resolved" ON "reports" ("at" DESC, "id" DESC) WHERE "resolved_at" IS NOT NULL;
