-- CreateEnum
CREATE TYPE "message_author" AS ENUM ('learner', 'mentor');

-- CreateEnum
CREATE TYPE "report_outcome" AS ENUM ('kept', 'removed');

-- CreateTable
CREATE TABLE "threads" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "review_id" UUID,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "author_id" UUID,
    "written_as" "message_author" NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "edits" INTEGER NOT NULL DEFAULT 0,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_edits" (
    "message_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_edits_pkey" PRIMARY KEY ("message_id","number")
);

-- CreateTable
CREATE TABLE "thread_reads" (
    "user_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_reads_pkey" PRIMARY KEY ("user_id","thread_id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "message_id" UUID NOT NULL,
    "reporter_id" UUID,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolver_id" UUID,
    "outcome" "report_outcome",

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "threads_review_id_key" ON "threads"("review_id");

-- CreateIndex
CREATE INDEX "messages_thread_id_written_at_id_idx" ON "messages"("thread_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "messages_author_id_idx" ON "messages"("author_id");

-- CreateIndex
CREATE INDEX "thread_reads_thread_id_idx" ON "thread_reads"("thread_id");

-- CreateIndex
CREATE INDEX "notes_thread_id_written_at_id_idx" ON "notes"("thread_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "notes_author_id_idx" ON "notes"("author_id");

-- CreateIndex
CREATE INDEX "reports_reporter_id_idx" ON "reports"("reporter_id");

-- CreateIndex
CREATE INDEX "reports_resolver_id_idx" ON "reports"("resolver_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_message_id_reporter_id_key" ON "reports"("message_id", "reporter_id");

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_edits" ADD CONSTRAINT "message_edits_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_resolver_id_fkey" FOREIGN KEY ("resolver_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

ALTER TABLE "messages"
  ADD CONSTRAINT "messages_text_given" CHECK ("text" <> ''),
  ADD CONSTRAINT "messages_edits_are_dated" CHECK ("edits" >= 0 AND ("edits" = 0) = ("edited_at" IS NULL));

ALTER TABLE "message_edits"
  ADD CONSTRAINT "message_edits_number_positive" CHECK ("number" > 0);

ALTER TABLE "notes"
  ADD CONSTRAINT "notes_text_given" CHECK ("text" <> '');

ALTER TABLE "reports"
  ADD CONSTRAINT "reports_resolved_with_an_outcome" CHECK (("resolved_at" IS NULL) = ("outcome" IS NULL));

-- Where and when something was said, and what was said once, is never changed; the name of somebody who was erased goes.
CREATE TRIGGER "messages_stay_where_they_are" BEFORE UPDATE OF "thread_id", "written_as", "written_at" ON "messages"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "message_edits_immutable" BEFORE UPDATE ON "message_edits"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "notes_immutable" BEFORE UPDATE OF "thread_id", "text", "written_at" ON "notes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "reports_immutable" BEFORE UPDATE OF "message_id", "reason", "text", "at" ON "reports"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();

-- What admins have not answered yet, the oldest first.
CREATE INDEX "reports_open" ON "reports" ("at", "id") WHERE "resolved_at" IS NULL;
