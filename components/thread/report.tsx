"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { threadMutations, threadQueries } from "#lib/thread/queries.ts";
import type { ReportDto } from "#lib/thread/schema.ts";

/** One report: whose words, what they were, and why somebody reported them. */
export function Report({ report }: { report: ReportDto }) {
  const { authorName, authorAs, reporterName } = report;
  return (
    <li className="rounded-card border border-line bg-surface p-4.5 sm:p-6">
      <h2 className="font-strong wrap-anywhere"><bdi>{authorName ?? (authorAs === "mentor" ? "A mentor" : "A learner")}</bdi></h2>
      <p className="text-label wrap-anywhere text-muted">as {authorAs}, about {report.itemTitle}, <RelativeTime at={report.writtenAt} /></p>
      {/* As it was typed: what a link says and where it leads are both seen. */}
      <p dir="auto" className="mt-3 rounded-control bg-sunk px-4 py-3 wrap-anywhere whitespace-pre-wrap">{report.text}</p>
      <p className="mt-3 text-label text-muted">Reported by <bdi>{reporterName ?? "somebody whose account was erased"}</bdi>, <RelativeTime at={report.at} />, because:</p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{report.reason}</p>
      <Decision report={report} />
    </li>
  );
}

function Decision({ report: { reportId, resolved, yours } }: { report: ReportDto }) {
  const client = useQueryClient();
  const resolve = useMutation({
    ...threadMutations.resolve(),
    onSuccess: (_, { outcome }) => void showToast({ message: outcome === "removed" ? "Removed. Nobody reads it any more." : "Decided. The message stays." }),
    onError: (error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: [...threadQueries.all(), "reports"] }),
  });
  if (resolved) {
    return (
      <p className="mt-4 border-t border-line pt-3 text-note">
        {resolved.outcome === "removed" ? "Removed" : "Left as it is"} by <bdi>{resolved.byName ?? "an admin"}</bdi>, <RelativeTime at={resolved.at} />
      </p>
    );
  }
  if (yours) return <p className="mt-4 text-note text-muted">These are your own words. Another admin has to decide.</p>;
  return (
    <div className="mt-4 flex flex-wrap gap-2.5">
      <Button variant="danger" size="small" busy={resolve.isPending} onClick={() => resolve.mutate({ reportId, outcome: "removed" })}>Remove the message</Button>
      <Button variant="quiet" size="small" busy={resolve.isPending} onClick={() => resolve.mutate({ reportId, outcome: "kept" })}>Leave it as it is</Button>
    </div>
  );
}
