/** Another person's link: its whole address is seen before it is followed, and it learns nothing of where it was followed from. */
export function EvidenceLink({ url, className }: { url: string; className?: string }) {
  const text = url.replace(/^https:\/\//i, "");
  // Parsed on reading too: whatever stands in the row, nothing but the web is ever linked.
  if (!/^https?:\/\//i.test(url)) return <bdi className="break-all">{url}</bdi>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={className ?? linkClasses}>
      <bdi dir="ltr">{text}</bdi>
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

const linkClasses = "underline decoration-edge underline-offset-3 break-all hover:decoration-current";
