import { redirect } from "next/navigation";
import { homeGuide } from "#lib/guide/home.ts";

export default function RoadmapsPage() {
  redirect(`/roadmap/${homeGuide}`);
}
