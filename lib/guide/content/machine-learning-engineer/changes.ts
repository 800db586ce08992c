import type { ChangeContent } from "#lib/guide/schema.ts";

export const changes: ChangeContent[] = [
  {
    id: "copies-and-computed-figures",
    day: "2026-11-27",
    title: "Said plainly: what was computed, and that copies were read",
    text: "The figures of the salary index of aijobs.net say in each note that they were computed for this guide. The page of sources says that archived copies were read, not the live web. Resources that were looked up all say when. Some sentences that claimed more than was found, or that did not agree with another page, are put right.",
  },
  {
    id: "weaker-claims-and-names",
    day: "2026-11-26",
    title: "Claims cut to what was found, and the names of those who reported it",
    text: "The premium for AI skills is that of a barometer of 2025, not of the pay of that year. What is said of the law, of demand and of cheap degrees goes no further than what was found. What people use is listed by who was asked and who reported it. The introduction to the roadmap is shorter. On the pages each section counts its sources from one.",
  },
  {
    id: "plainer-pay-and-terms",
    day: "2026-11-26",
    title: "Plainer words on pay, adverts as a table, and terms on the roadmap",
    text: "It is said once, and in one way, how the salary index of aijobs.net is read: as advertised pay. What adverts ask for and what people use stand in two tables. Sentences that claimed more than the figures show are weaker or gone. Each item of the roadmap leads to the terms in it, and six more terms are explained. The certificate of Google is no longer dated by its newest exam.",
  },
  {
    id: "cautions-and-prices",
    day: "2026-11-26",
    title: "Cautions beside figures, prices by their pages, and more terms",
    text: "What must be known of a figure stands in its note now, and so does a copy in which its page was read. Each price of a certificate leads to the page on which it was seen. The levels of a step have names, the charts of pay show their currency, and fourteen more terms are explained. The law is told in one place.",
  },
  {
    id: "levels-and-official-first",
    day: "2026-11-25",
    title: "Levels of each step, and official wages first",
    text: "Each step of the roadmap now tells how well its work may be done, in four levels, which a mentor’s feedback refers to. The section on pay begins with the official wages; the average of 2023 stands among the other averages of salary sites. The search finds what stands in lists and charts: a certificate, a framework, a conference, a country.",
  },
  {
    id: "certificates-events-terms",
    day: "2026-11-24",
    title: "Certificates, events, frameworks and terms",
    text: "Each part of the guide has a page of its own now. New are a table of certificates with what each of them is today, the events and frameworks to follow with the day on which each was looked at, and the terms explained in one place. The figures of pay, growth and use are complete, and each source says what rests on it. Longer now: what to learn first, how to come by experience, and what convinces a reviewer.",
  },
  {
    id: "first-edition",
    day: "2026-11-23",
    title: "First edition",
    text: "The role, its responsibilities, pay and outlook with sources, the roadmap of six steps, the eight characteristics, and what changed since 2023.",
  },
];
