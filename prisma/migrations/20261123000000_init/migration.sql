-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('mentor', 'admin');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('repository', 'notebook', 'demo', 'article', 'certificate', 'talk');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('unsent', 'waiting', 'claimed', 'returned', 'confirmed', 'withdrawn', 'closed');

-- CreateEnum
CREATE TYPE "review_event_kind" AS ENUM ('asked', 'sent', 'claimed', 'released', 'lapsed', 'returned', 'information_asked', 'resubmitted', 'confirmed', 'withdrawn');

-- CreateEnum
CREATE TYPE "verdict_kind" AS ENUM ('confirm', 'return', 'ask');

-- CreateEnum
CREATE TYPE "item_state" AS ENUM ('todo', 'learning', 'done', 'skipped');

-- CreateTable
CREATE TABLE "idempotency_records" (
    "actor" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("actor","command","key")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "roles" "role"[] DEFAULT ARRAY[]::"role"[],
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "capacity" INTEGER NOT NULL DEFAULT 4,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "requirements" (
    "item_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "shows" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "requirements_pkey" PRIMARY KEY ("item_id","edition")
);

-- CreateTable
CREATE TABLE "evidences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "evidence_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "shows" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_items" (
    "evidence_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "attached_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_items_pkey" PRIMARY KEY ("evidence_id","item_id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "learner_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "status" "review_status" NOT NULL,
    "version_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "queued_at" TIMESTAMPTZ(3),
    "turn_since" TIMESTAMPTZ(3) NOT NULL,
    "holder_id" UUID,
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "mentor_id" UUID,
    "reserved_for" UUID,
    "reserved_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_events" (
    "review_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "review_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "lease_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "review_events_pkey" PRIMARY KEY ("review_id","number")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "review_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "kind" "verdict_kind" NOT NULL,
    "mentor_id" UUID,
    "version_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "lease_id" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_marks" (
    "verdict_id" UUID NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "met" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "verdict_marks_pkey" PRIMARY KEY ("verdict_id","criterion_id")
);

-- CreateTable
CREATE TABLE "requested_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "review_id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "requested_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blocks" (
    "learner_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("learner_id","mentor_id")
);

-- CreateTable
CREATE TABLE "item_states" (
    "user_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "state" "item_state" NOT NULL,
    "edition" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "device" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "item_states_pkey" PRIMARY KEY ("user_id","item_id")
);

-- CreateTable
CREATE TABLE "item_changes" (
    "user_id" UUID NOT NULL,
    "device" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "item_id" TEXT NOT NULL,
    "state" "item_state" NOT NULL,
    "edition" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_changes_pkey" PRIMARY KEY ("user_id","device","sequence")
);

-- CreateTable
CREATE TABLE "confirmations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "learner_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "evidence_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "mentor_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "evidences_owner_id_created_at_idx" ON "evidences"("owner_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "evidences_id_owner_id_key" ON "evidences"("id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_versions_evidence_id_number_key" ON "evidence_versions"("evidence_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_versions_id_evidence_id_key" ON "evidence_versions"("id", "evidence_id");

-- CreateIndex
CREATE INDEX "reviews_learner_id_status_idx" ON "reviews"("learner_id", "status");

-- CreateIndex
CREATE INDEX "reviews_holder_id_idx" ON "reviews"("holder_id");

-- CreateIndex
CREATE INDEX "reviews_mentor_id_idx" ON "reviews"("mentor_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_id_evidence_id_key" ON "reviews"("id", "evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_lease_id_key" ON "verdicts"("lease_id");

-- CreateIndex
CREATE INDEX "verdicts_review_id_given_at_idx" ON "verdicts"("review_id", "given_at");

-- CreateIndex
CREATE INDEX "requested_changes_review_id_idx" ON "requested_changes"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "requested_changes_verdict_id_position_key" ON "requested_changes"("verdict_id", "position");

-- CreateIndex
CREATE INDEX "blocks_mentor_id_idx" ON "blocks"("mentor_id");

-- CreateIndex
CREATE INDEX "item_changes_user_id_item_id_changed_at_idx" ON "item_changes"("user_id", "item_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "confirmations_verdict_id_key" ON "confirmations"("verdict_id");

-- CreateIndex
CREATE INDEX "confirmations_learner_id_item_id_idx" ON "confirmations"("learner_id", "item_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidences" ADD CONSTRAINT "evidences_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_versions" ADD CONSTRAINT "evidence_versions_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidences"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidences"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reserved_for_fkey" FOREIGN KEY ("reserved_for") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_evidence_id_learner_id_fkey" FOREIGN KEY ("evidence_id", "learner_id") REFERENCES "evidences"("id", "owner_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_version_id_evidence_id_fkey" FOREIGN KEY ("version_id", "evidence_id") REFERENCES "evidence_versions"("id", "evidence_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_item_id_edition_fkey" FOREIGN KEY ("item_id", "edition") REFERENCES "requirements"("item_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_events" ADD CONSTRAINT "review_events_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_events" ADD CONSTRAINT "review_events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_review_id_evidence_id_fkey" FOREIGN KEY ("review_id", "evidence_id") REFERENCES "reviews"("id", "evidence_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_version_id_evidence_id_fkey" FOREIGN KEY ("version_id", "evidence_id") REFERENCES "evidence_versions"("id", "evidence_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_item_id_edition_fkey" FOREIGN KEY ("item_id", "edition") REFERENCES "requirements"("item_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_marks" ADD CONSTRAINT "verdict_marks_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requested_changes" ADD CONSTRAINT "requested_changes_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requested_changes" ADD CONSTRAINT "requested_changes_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_states" ADD CONSTRAINT "item_states_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_changes" ADD CONSTRAINT "item_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_item_id_edition_fkey" FOREIGN KEY ("item_id", "edition") REFERENCES "requirements"("item_id", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_evidence_id_learner_id_fkey" FOREIGN KEY ("evidence_id", "learner_id") REFERENCES "evidences"("id", "owner_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_version_id_evidence_id_fkey" FOREIGN KEY ("version_id", "evidence_id") REFERENCES "evidence_versions"("id", "evidence_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

-- Accounts
ALTER TABLE "users"
  ADD CONSTRAINT "users_email_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "users_capacity_positive" CHECK ("capacity" BETWEEN 0 AND 100);

-- Evidence: links are http or https, in the database too; numbers start at 1.
ALTER TABLE "evidence_versions"
  ADD CONSTRAINT "evidence_versions_url_is_web" CHECK ("url" ~* '^https?://'),
  ADD CONSTRAINT "evidence_versions_number_positive" CHECK ("number" > 0);

-- A review never meets its own learner on the mentor's side. That the learner owns the evidence is the composite key's work.
ALTER TABLE "reviews"
  ADD CONSTRAINT "reviews_holder_is_not_learner" CHECK ("holder_id" <> "learner_id"),
  ADD CONSTRAINT "reviews_mentor_is_not_learner" CHECK ("mentor_id" <> "learner_id"),
  ADD CONSTRAINT "reviews_reserved_for_is_not_learner" CHECK ("reserved_for" <> "learner_id"),
  ADD CONSTRAINT "reviews_lease_exactly_while_claimed" CHECK (
    ("status" = 'claimed') = ("holder_id" IS NOT NULL)
    AND ("status" = 'claimed') = ("lease_id" IS NOT NULL)
    AND ("status" = 'claimed') = ("lease_until" IS NOT NULL)),
  ADD CONSTRAINT "reviews_place_while_open" CHECK ("queued_at" IS NOT NULL OR "status" NOT IN ('waiting', 'claimed', 'returned', 'confirmed')),
  ADD CONSTRAINT "reviews_reservation_has_an_end" CHECK ("reserved_for" IS NULL OR "reserved_until" IS NOT NULL),
  ADD CONSTRAINT "reviews_closed_exactly_when_over" CHECK (("closed_at" IS NOT NULL) = ("status" IN ('confirmed', 'withdrawn', 'closed'))),
  ADD CONSTRAINT "reviews_round_positive" CHECK ("round" > 0);

-- At most one open review for a pair of evidence and item; an unsent one counts, so that sending cannot collide.
CREATE UNIQUE INDEX "reviews_one_open_per_pair" ON "reviews" ("evidence_id", "item_id")
  WHERE "status" IN ('unsent', 'waiting', 'claimed', 'returned');

-- The queue: what waits, and what is held under a lease that may have run out, in the order of its place.
CREATE INDEX "reviews_queue" ON "reviews" ("queued_at", "id") WHERE "status" IN ('waiting', 'claimed');

-- A lease lapses once, whoever notices it.
CREATE UNIQUE INDEX "review_events_one_lapse_per_lease" ON "review_events" ("lease_id") WHERE "kind" = 'lapsed';

-- A claim begins one lease.
CREATE UNIQUE INDEX "review_events_one_claim_per_lease" ON "review_events" ("lease_id") WHERE "kind" = 'claimed';

ALTER TABLE "confirmations"
  ADD CONSTRAINT "confirmations_mentor_is_not_learner" CHECK ("mentor_id" <> "learner_id");

ALTER TABLE "requested_changes"
  ADD CONSTRAINT "requested_changes_answer_is_dated" CHECK (("answer" IS NULL) = ("answered_at" IS NULL)),
  ADD CONSTRAINT "requested_changes_position_positive" CHECK ("position" > 0);

-- What a verdict refers to is never changed. Deleting is left to the foreign keys, and to a person's right to be erased.
CREATE FUNCTION "refuse_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "evidence_versions_immutable" BEFORE UPDATE ON "evidence_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "requirements_immutable" BEFORE UPDATE ON "requirements"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "verdict_marks_immutable" BEFORE UPDATE ON "verdict_marks"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();

-- Events and verdicts too, but for the name of somebody who was erased.
CREATE TRIGGER "review_events_immutable" BEFORE UPDATE OF "review_id", "number", "kind", "at", "lease_id", "data" ON "review_events"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "verdicts_immutable" BEFORE UPDATE OF "review_id", "evidence_id", "kind", "version_id", "item_id", "edition", "lease_id", "summary", "given_at" ON "verdicts"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "confirmations_immutable" BEFORE UPDATE OF "learner_id", "item_id", "edition", "evidence_id", "version_id", "verdict_id", "confirmed_at" ON "confirmations"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
