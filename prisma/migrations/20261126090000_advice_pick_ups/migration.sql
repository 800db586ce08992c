-- AlterTable
ALTER TABLE "advices" ADD COLUMN     "pick_ups" INTEGER NOT NULL DEFAULT 0;

UPDATE "advices" SET "pick_ups" = 1 WHERE "mentor_id" IS NOT NULL OR "let_go_by" IS NOT NULL;
UPDATE "advices" SET "let_go_by" = NULL WHERE "mentor_id" IS NOT NULL;
