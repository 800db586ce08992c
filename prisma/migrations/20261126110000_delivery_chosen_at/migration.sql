-- AlterTable
ALTER TABLE "notification_choices" ADD COLUMN     "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
