-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "review_event_kind" ADD VALUE 'renewed';
ALTER TYPE "review_event_kind" ADD VALUE 'version_taken';
ALTER TYPE "review_event_kind" ADD VALUE 'handed_over';
ALTER TYPE "review_event_kind" ADD VALUE 'corrected';
ALTER TYPE "review_event_kind" ADD VALUE 'reopened';
ALTER TYPE "review_event_kind" ADD VALUE 'reassigned';
ALTER TYPE "review_event_kind" ADD VALUE 'closed';
ALTER TYPE "review_event_kind" ADD VALUE 'acknowledged';

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "alias" TEXT;

-- AlterTable
ALTER TABLE "verdicts" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "correction" TEXT;

-- CreateTable
CREATE TABLE "verdict_levels" (
    "verdict_id" UUID NOT NULL,
    "dimension_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "verdict_levels_pkey" PRIMARY KEY ("verdict_id","dimension_id")
);

-- CreateTable
CREATE TABLE "verdict_drafts" (
    "mentor_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "version_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_drafts_pkey" PRIMARY KEY ("mentor_id","review_id")
);

-- CreateIndex
CREATE INDEX "verdict_drafts_review_id_idx" ON "verdict_drafts"("review_id");

-- AddForeignKey
ALTER TABLE "verdict_levels" ADD CONSTRAINT "verdict_levels_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_drafts" ADD CONSTRAINT "verdict_drafts_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_drafts" ADD CONSTRAINT "verdict_drafts_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

ALTER TABLE "reviews"
  ADD CONSTRAINT "reviews_alias_is_a_name" CHECK ("alias" <> ''),
  ADD CONSTRAINT "reviews_acknowledged_when_confirmed" CHECK ("acknowledged_at" IS NULL OR "status" = 'confirmed');

-- A verdict is taken back once, with a reason; what it said stays.
ALTER TABLE "verdicts"
  ADD CONSTRAINT "verdicts_correction_is_dated" CHECK (("corrected_at" IS NULL) = ("correction" IS NULL));

ALTER TABLE "verdict_levels"
  ADD CONSTRAINT "verdict_levels_level" CHECK ("level" BETWEEN 0 AND 3),
  ADD CONSTRAINT "verdict_levels_position_positive" CHECK ("position" > 0);

CREATE TRIGGER "verdict_levels_immutable" BEFORE UPDATE ON "verdict_levels"
  FOR EACH ROW EXECUTE FUNCTION "refuse_update"();

ALTER TABLE "verdict_drafts"
  ADD CONSTRAINT "verdict_drafts_revision_positive" CHECK ("revision" > 0);

-- The queue of some items: which items have anything, and what is oldest of each.
CREATE INDEX "reviews_queue_by_item" ON "reviews" ("item_id", "queued_at", "id") WHERE "status" IN ('waiting', 'claimed');

-- What is kept for a mentor who goes away.
CREATE INDEX "reviews_reserved" ON "reviews" ("reserved_for") WHERE "reserved_for" IS NOT NULL;
