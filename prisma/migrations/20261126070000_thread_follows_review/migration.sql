-- Whether something may be written in a review's thread changes with the review, so its learner sees the thread anew too. Whoever held it may
-- read it no more, and their page says so by the review itself.
CREATE OR REPLACE FUNCTION "tell_live_of_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('review', NEW."learner_id", NEW."holder_id", NEW."mentor_id", NEW."reserved_for");
  IF TG_OP = 'UPDATE' THEN
    PERFORM "tell_live"('review', OLD."learner_id", OLD."holder_id", OLD."mentor_id", OLD."reserved_for");
  END IF;
  PERFORM "tell_live"('thread', NEW."learner_id");
  PERFORM "tell_live_mentors"('review.queue');
  RETURN NULL;
END $$;
