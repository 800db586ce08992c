-- Names were once kept as the runtime took them: in any case, and some that the database does not know. The database spells them.
UPDATE "users" SET "time_zone" = COALESCE((SELECT z.name FROM pg_timezone_names z WHERE lower(z.name) = lower("users"."time_zone") LIMIT 1), 'UTC')
WHERE "time_zone" NOT IN (SELECT name FROM pg_timezone_names);
