-- What has been the mentors' turn for the longest: admins read the first of these.
CREATE INDEX "reviews_mentors_turn" ON "reviews" ("turn_since", "id") WHERE "status" IN ('waiting', 'claimed');
