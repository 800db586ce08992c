-- Reviews whose verdict stands, for admins: the last answered first.
CREATE INDEX "reviews_answered" ON "reviews" ("turn_since", "id") WHERE "status" IN ('returned', 'confirmed');
