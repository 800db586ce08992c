import { redirect } from "next/navigation";
import { listGuides } from "#lib/guide/guide.ts";

/** With one guide there is one roadmap. */
export default function RoadmapsPage() {
  redirect(`/roadmap/${listGuides()[0]!.slug}`);
}
