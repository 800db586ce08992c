import type { Metadata } from "next";
import { ReviewsScreen } from "#components/admin/reviews-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { adminQueries } from "#lib/admin/queries.ts";
import { adminReviews, answeredReviews } from "#lib/admin/views.ts";

export const metadata: Metadata = {
  title: "Reviews that wait", description: "What has been the mentors' turn for the longest, and what each mentor has.", robots: { index: false },
};

export default async function AdminReviewsPage() {
  const found = await loadView(adminReviews, {}, { path: "/admin/reviews" });
  const answered = await loadView(answeredReviews, {}, { path: "/admin/reviews" });
  return (
    <Hydrate data={[[adminQueries.reviews().queryKey, found], [adminQueries.answered("").queryKey, { pages: [answered], pageParams: [""] }]]}>
      <ReviewsScreen />
    </Hydrate>
  );
}
