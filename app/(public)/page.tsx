import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PathPicture } from "#components/roadmap/path-picture.tsx";
import { TitlePage, type Passage } from "#components/shell/title-page.tsx";
import { WayIn } from "#components/shell/way-in.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { getGuide } from "#lib/guide/guide.ts";
import { homeGuide } from "#lib/guide/home.ts";

export const metadata: Metadata = {
  title: { absolute: "Cairn: a path, marked by those who have walked it" },
  description: "Public guides to a career path, each with a roadmap of things to show, and mentors who review them.",
  alternates: { canonical: "/" },
};

const passages: Passage[] = [
  {
    term: "Read",
    text: "The guide says what the job is, what it pays, and of each figure when it held and who said it. It is public.",
  },
  {
    term: "Walk",
    text: "Each item of the roadmap says what to show for it and how that will be judged. You tick what you can do, and the tick is yours alone.",
  },
  {
    term: "Show",
    text: "You link what you made: a repository, a notebook, an article, a talk. It is private until you ask for a review of it.",
  },
  {
    term: "Hear back",
    text: "A mentor marks each criterion as met or not, and says what to change. You always see whose turn it is. What they confirm stays confirmed, for exactly what they saw.",
  },
];

export default function LandingPage() {
  const guide = getGuide(homeGuide);
  if (!guide) notFound();
  const items = guide.steps.reduce((sum, step) => sum + step.items.length, 0);
  const steps = guide.steps.map(({ id, number, shortTitle, hours, items: { length } }) => ({ id, number, name: shortTitle, hours, items: length }));
  return (
    <TitlePage
      title="A path, marked by those who have walked it"
      lede={`${guide.title}: a guide to the work, a roadmap of ${items} things to be able to do, and mentors who look at what you made.`}
      ways={
        <>
          <ButtonLink href={`/guide/${homeGuide}`} variant="primary">
            Read the guide
          </ButtonLink>
          <WayIn roadmap={`/roadmap/${homeGuide}`} />
        </>
      }
      picture={<PathPicture steps={steps} />}
      passages={passages}
    />
  );
}
