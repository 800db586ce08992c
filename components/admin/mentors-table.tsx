import { RelativeTime } from "#components/ui/relative-time.tsx";
import { calendarDate } from "#components/ui/time-words.ts";
import { WideTable } from "#components/ui/wide-table.tsx";
import type { AdminMentorDto } from "#lib/admin/schema.ts";

/** What each mentor has, how much more they can take, and whether they are there. */
export function MentorsTable({ mentors }: { mentors: AdminMentorDto[] }) {
  return (
    <WideTable
      label="Mentors"
      head={["Mentor", "Holds", "Kept for them", "Is there", "Last active"]}
      rows={mentors.map(({ userId, name, held, capacity, kept, awayUntil, lastActiveAt }) => [
        <bdi key={userId} className="font-strong wrap-anywhere">{name}</bdi>,
        `${held} of ${capacity}`,
        String(kept),
        awayUntil === null ? "Yes" : `Away until ${calendarDate(new Date(awayUntil))}`,
        lastActiveAt === null ? "Not in the last weeks" : <RelativeTime key="at" at={lastActiveAt} />,
      ])}
    />
  );
}
