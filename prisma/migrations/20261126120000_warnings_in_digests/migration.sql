-- What a daily digest still has to tell: what was not read, or warns (kind.ts), which nobody can read away.
DROP INDEX "notifications_for_digest";
CREATE INDEX "notifications_for_digest" ON "notifications" ("user_id", "at")
  WHERE "delivery" = 'digest' AND "mail_id" IS NULL AND ("read_at" IS NULL OR "kind" = 'sign_in');
