-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('claimed', 'returned', 'confirmed', 'corrected', 'resubmitted', 'reserved', 'handed_over', 'lapsed', 'closed', 'message', 'your_turn', 'invitation', 'sign_in');

-- CreateEnum
CREATE TYPE "delivery" AS ENUM ('now', 'digest', 'off');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'kept', 'failed', 'skipped');

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "review_id" UUID,
    "about_id" UUID,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "delivery" "delivery" NOT NULL,
    "mail_id" UUID,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choices" (
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "delivery" "delivery" NOT NULL,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "kind" "notification_kind",
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attempted_at" TIMESTAMPTZ(3),
    "subject" TEXT,
    "text" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notifications_user_id_at_id_idx" ON "notifications"("user_id", "at", "id");

-- CreateIndex
CREATE INDEX "notifications_review_id_idx" ON "notifications"("review_id");

-- CreateIndex
CREATE INDEX "notifications_mail_id_idx" ON "notifications"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_event_key" ON "notifications"("user_id", "event");

-- CreateIndex
CREATE INDEX "mails_user_id_idx" ON "mails"("user_id");

-- CreateIndex
CREATE INDEX "mails_created_at_id_idx" ON "mails"("created_at", "id");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mails"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The bell counts what is unread.
CREATE INDEX "notifications_unread" ON "notifications" ("user_id", "at") WHERE "read_at" IS NULL;

-- What a daily digest still has to tell.
CREATE INDEX "notifications_for_digest" ON "notifications" ("user_id", "at")
  WHERE "delivery" = 'digest' AND "mail_id" IS NULL AND "read_at" IS NULL;

-- Whose turn it has been for a week or more: the daily nudge reads these alone.
CREATE INDEX "reviews_learners_turn" ON "reviews" ("turn_since") WHERE "status" IN ('returned', 'unsent');

-- A mail's text is kept where nothing could send it, and nowhere else.
ALTER TABLE "mails"
  ADD CONSTRAINT "mails_text_only_when_kept" CHECK (("text" IS NOT NULL) = ("state" = 'kept')),
  ADD CONSTRAINT "mails_settled_unless_waiting" CHECK (("settled_at" IS NULL) = ("state" = 'waiting'));
