-- Live updates (docs/decisions/009): what changed is told on one channel, as the name of a topic and whom it concerns, and nothing else.
-- A topic is the beginning of a query's key in lib/<room>/queries.ts, with dots. PostgreSQL tells it when the transaction is kept, once.
CREATE FUNCTION "tell_live"("topic" text, VARIADIC "people" uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('cairn_live', json_build_object('topic', "topic", 'to', "concerned")::text)
  FROM (SELECT array_agg(DISTINCT "person" ORDER BY "person") AS "concerned" FROM unnest("people") AS "person" WHERE "person" IS NOT NULL) AS "those"
  WHERE "concerned" IS NOT NULL
$$;

CREATE FUNCTION "tell_live_mentors"("topic" text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('cairn_live', json_build_object('topic', "topic", 'to', 'mentors')::text)
$$;

-- Whoever learns, holds, judged or is waited for sees the review anew; every mentor the queue. A lease that is merely renewed is no news.
CREATE FUNCTION "tell_live_of_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('review', NEW."learner_id", NEW."holder_id", NEW."mentor_id", NEW."reserved_for");
  IF TG_OP = 'UPDATE' THEN
    PERFORM "tell_live"('review', OLD."learner_id", OLD."holder_id", OLD."mentor_id", OLD."reserved_for");
  END IF;
  PERFORM "tell_live_mentors"('review.queue');
  RETURN NULL;
END $$;

CREATE TRIGGER "reviews_live_inserted" AFTER INSERT ON "reviews" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_review"();
CREATE TRIGGER "reviews_live_updated" AFTER UPDATE ON "reviews" FOR EACH ROW
  WHEN ((OLD."status", OLD."lease_id", OLD."version_id", OLD."edition", OLD."reserved_for", OLD."queued_at", OLD."turn_since", OLD."acknowledged_at")
    IS DISTINCT FROM (NEW."status", NEW."lease_id", NEW."version_id", NEW."edition", NEW."reserved_for", NEW."queued_at", NEW."turn_since", NEW."acknowledged_at"))
  EXECUTE FUNCTION "tell_live_of_review"();

-- The holder is offered a version that was made meanwhile.
CREATE FUNCTION "tell_live_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "open" "reviews";
BEGIN
  FOR "open" IN SELECT * FROM "reviews" WHERE "evidence_id" = NEW."evidence_id" AND "status" IN ('waiting', 'claimed', 'returned') LOOP
    PERFORM "tell_live"('review', "open"."learner_id", "open"."holder_id");
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "evidence_versions_live" AFTER INSERT ON "evidence_versions" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_version"();

CREATE FUNCTION "tell_live_of_block"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('review', COALESCE(NEW."learner_id", OLD."learner_id"), COALESCE(NEW."mentor_id", OLD."mentor_id"));
  RETURN NULL;
END $$;

CREATE TRIGGER "blocks_live" AFTER INSERT OR DELETE ON "blocks" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_block"();

CREATE FUNCTION "tell_live_of_notification"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('notification', NEW."user_id");
  RETURN NULL;
END $$;

CREATE TRIGGER "notifications_live" AFTER INSERT OR UPDATE OF "read_at" ON "notifications" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_notification"();

-- A thread's people are its review's learner, and whoever holds it, or judged it last while nobody does.
CREATE FUNCTION "tell_live_of_message"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('thread', r."learner_id", COALESCE(r."holder_id", r."mentor_id"))
  FROM "threads" t JOIN "reviews" r ON r."id" = t."review_id" WHERE t."id" = NEW."thread_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "messages_live" AFTER INSERT OR UPDATE ON "messages" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_message"();

-- Learners hear nothing of notes, not even that there is one.
CREATE FUNCTION "tell_live_of_note"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "tell_live"('thread', COALESCE(r."holder_id", r."mentor_id"))
  FROM "threads" t JOIN "reviews" r ON r."id" = t."review_id" WHERE t."id" = NEW."thread_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "notes_live" AFTER INSERT ON "notes" FOR EACH ROW EXECUTE FUNCTION "tell_live_of_note"();
