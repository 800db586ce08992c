"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Disable, Enable } from "#components/admin/account-standing.tsx";
import { AdminPlaces } from "#components/admin/places.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PersonDto } from "#lib/account/schema.ts";
import { adminQueries } from "#lib/admin/queries.ts";

/** Everybody with an account, to find somebody and to shut an account out. */
export function PeopleScreen() {
  const [search, setSearch] = useState("");
  const list = useInfiniteQuery({ ...adminQueries.people(search), placeholderData: keepPreviousData });
  const { data } = list;
  const people = data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-8 sm:py-10">
      <AdminPlaces at="/admin/people" />
      <PageHeading title="People">Everybody who has signed up is a learner; the operator makes mentors and admins with npm run grant.</PageHeading>
      <search className="mb-5 block max-w-96">
        <TextField label="Name or email" type="search" maxLength={200} autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} />
      </search>
      <p role="status" className={people.length === 0 && data ? "text-muted" : "sr-only"}>{people.length === 0 && data ? "Nobody is found." : ""}</p>
      <ul className="border-t border-line empty:hidden">{people.map((person) => <Row key={person.userId} person={person} />)}</ul>
      {list.hasNextPage ? <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void readMore(list)}>More</Button> : null}
    </div>
  );
}

function Row({ person }: { person: PersonDto }) {
  const { name, email, roles, since, disabledAt, isYou } = person;
  return (
    <li className="grid justify-items-start gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:justify-items-stretch">
      <div className="min-w-0 wrap-anywhere">
        <p><bdi className="font-strong">{name}</bdi> <span className="text-note text-muted">{["learner", ...roles].join(", ")}</span></p>
        <p className="text-note text-muted"><bdi>{email}</bdi>, joined <RelativeTime at={since} /></p>
      </div>
      {isYou ? <span className="text-note text-muted">This is you</span> : disabledAt ? <Enable person={person} disabledAt={disabledAt} /> : <Disable person={person} />}
    </li>
  );
}
