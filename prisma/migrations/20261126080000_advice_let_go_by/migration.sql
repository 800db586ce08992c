-- AlterTable
ALTER TABLE "advices" ADD COLUMN     "let_go_by" UUID;

-- CreateIndex
CREATE INDEX "advices_let_go_by_idx" ON "advices"("let_go_by");

-- AddForeignKey
ALTER TABLE "advices" ADD CONSTRAINT "advices_let_go_by_fkey" FOREIGN KEY ("let_go_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
