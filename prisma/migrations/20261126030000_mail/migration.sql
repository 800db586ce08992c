-- AlterEnum
ALTER TYPE "mail_state" ADD VALUE 'sending' AFTER 'waiting';

-- DropIndex
DROP INDEX "mails_user_id_idx";

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "digest_day" DATE;

-- CreateIndex
CREATE UNIQUE INDEX "mails_user_id_digest_day_key" ON "mails"("user_id", "digest_day");

-- A mail that a job has in hand is not settled either. As text, because a new value of an enum cannot be named in its own transaction.
ALTER TABLE "mails"
  DROP CONSTRAINT "mails_settled_unless_waiting",
  ADD CONSTRAINT "mails_settled_unless_under_way" CHECK (("settled_at" IS NULL) = ("state"::text IN ('waiting', 'sending')));

-- What is under way: a few of many. Whoever looks for mails that got stuck reads these alone.
CREATE INDEX "mails_under_way" ON "mails" ("created_at") WHERE "settled_at" IS NULL;
