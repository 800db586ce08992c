-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "advice_id" UUID;

-- CreateTable
CREATE TABLE "advices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "learner_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "alias" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "mentor_id" UUID,
    "picked_up_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version_id" UUID,

    CONSTRAINT "advices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "advices_learner_id_asked_at_idx" ON "advices"("learner_id", "asked_at");

-- CreateIndex
CREATE INDEX "advices_mentor_id_idx" ON "advices"("mentor_id");

-- CreateIndex
CREATE INDEX "advices_evidence_id_idx" ON "advices"("evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "threads_advice_id_key" ON "threads"("advice_id");

-- AddForeignKey
ALTER TABLE "advices" ADD CONSTRAINT "advices_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advices" ADD CONSTRAINT "advices_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advices" ADD CONSTRAINT "advices_evidence_id_learner_id_fkey" FOREIGN KEY ("evidence_id", "learner_id") REFERENCES "evidences"("id", "owner_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advices" ADD CONSTRAINT "advices_version_id_evidence_id_fkey" FOREIGN KEY ("version_id", "evidence_id") REFERENCES "evidence_versions"("id", "evidence_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_advice_id_fkey" FOREIGN KEY ("advice_id") REFERENCES "advices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

ALTER TABLE "threads"
  ADD CONSTRAINT "threads_about_one_thing" CHECK (num_nonnulls("review_id", "advice_id") = 1);

ALTER TABLE "advices"
  ADD CONSTRAINT "advices_never_on_own_work" CHECK ("mentor_id" <> "learner_id"),
  ADD CONSTRAINT "advices_alias_is_a_name" CHECK ("alias" <> ''),
  ADD CONSTRAINT "advices_closed_with_a_version" CHECK (("closed_at" IS NULL) = ("version_id" IS NULL));

-- One open question for an evidence and item, whoever asks at the same time.
CREATE UNIQUE INDEX "advices_one_open" ON "advices" ("evidence_id", "item_id") WHERE "closed_at" IS NULL;

-- What mentors could pick up, the oldest first.
CREATE INDEX "advices_open" ON "advices" ("asked_at", "id") WHERE "closed_at" IS NULL;

-- Live updates (docs/decisions/009): the people of an advice, its messages too, and every mentor for what waits.
CREATE FUNCTION "tell_live_of_advice"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('advice', NEW."learner_id", NEW."mentor_id");
  IF TG_OP = 'UPDATE' THEN
    PERFORM "tell_live"('advice', OLD."mentor_id");
  END IF;
  PERFORM "tell_live_mentors"('advice.waiting');
  RETURN NULL;
END $$;

CREATE TRIGGER "advices_live" AFTER INSERT OR UPDATE ON "advices" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_advice"();

CREATE FUNCTION "tell_live_of_advice_message"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('thread', a."learner_id", a."mentor_id")
  FROM "threads" t JOIN "advices" a ON a."id" = t."advice_id" WHERE t."id" = NEW."thread_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "advice_messages_live" AFTER INSERT OR UPDATE ON "messages" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_advice_message"();
