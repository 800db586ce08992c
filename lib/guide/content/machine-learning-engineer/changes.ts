import type { ChangeContent } from "#lib/guide/schema.ts";

export const changes: ChangeContent[] = [
  {
    id: "certificates-events-terms",
    day: "2026-11-24",
    title: "Certificates, events, frameworks and terms",
    text: "Each part of the guide has a page of its own now. New are a table of certificates with what each of them is today, the events and frameworks to follow with the day on which each was looked at, and the terms explained in one place. The figures of pay, growth and use are complete, and each source says what rests on it. Longer now: how to learn first, how to come by experience, and what convinces a reviewer.",
  },
  {
    id: "first-edition",
    day: "2026-11-23",
    title: "First edition",
    text: "The role, its responsibilities, pay and outlook with sources, the roadmap of six steps, the eight characteristics, and what changed since 2023.",
  },
];
