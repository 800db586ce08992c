import { redirect } from "next/navigation";

export default function MentorPage() {
  redirect("/mentor/queue");
}
