-- AlterTable
ALTER TABLE "users" ADD COLUMN     "review_steps" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "working_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[];

-- CreateTable
CREATE TABLE "days_off" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "days_off_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "days_off_user_id_ends_at_idx" ON "days_off"("user_id", "ends_at");

-- CreateIndex
CREATE INDEX "verdicts_mentor_id_given_at_idx" ON "verdicts"("mentor_id", "given_at");

-- AddForeignKey
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

-- A week without a working day would never let a reservation end.
ALTER TABLE "users"
  ALTER COLUMN "review_steps" SET NOT NULL,
  ALTER COLUMN "working_days" SET NOT NULL,
  ADD CONSTRAINT "users_working_days_are_days" CHECK (
    cardinality("working_days") BETWEEN 1 AND 7 AND "working_days" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);

ALTER TABLE "days_off"
  ADD CONSTRAINT "days_off_in_order" CHECK ("first_day" <= "last_day"),
  ADD CONSTRAINT "days_off_end_after_they_begin" CHECK ("begins_at" < "ends_at");

-- A range of one user's id lets the exclusion compare it without an extension that not every PostgreSQL has.
CREATE TYPE "uuid_range" AS RANGE (subtype = uuid);
ALTER TABLE "days_off"
  ADD CONSTRAINT "days_off_never_overlap" EXCLUDE USING gist (
    "uuid_range"("user_id", "user_id", '[]') WITH =, daterange("first_day", "last_day", '[]') WITH &&);

-- The waiting time is read from the places of the last 90 days, whatever became of the reviews since.
CREATE INDEX "reviews_queued_at" ON "reviews" ("queued_at") WHERE "queued_at" IS NOT NULL;
