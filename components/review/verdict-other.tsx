import { isEmpty } from "#components/review/verdict-draft.ts";
import type { SavedDraft } from "#components/review/verdict-kept.ts";
import { VerdictLines } from "#components/review/verdict-lines.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

interface VerdictOtherProps {
  other: SavedDraft;
  requirement: ReviewDto["requirement"];
  onChoose: (whose: "mine" | "theirs") => void;
}

/** The draft that another window has saved, beside the one in the form: neither is lost until the mentor has chosen. */
export function VerdictOther({ other, requirement, onChoose }: VerdictOtherProps) {
  return (
    <Notice tone="problem" className="mb-5" title="This draft was saved in another window too">
      <p className="mt-1 mb-3">
        The form below holds what you wrote here. {isEmpty(other.body) ? "The other window has emptied it, " : "The other window saved this, "}
        <RelativeTime at={other.savedAt} />.
      </p>
      {isEmpty(other.body) ? null : <VerdictLines draft={other.body} requirement={requirement} label="The other window's draft" />}
      <div className="mt-3.5 flex flex-wrap gap-2.5">
        <Button onClick={() => onChoose("mine")}>Go on with mine</Button>
        <Button onClick={() => onChoose("theirs")}>Use the other one</Button>
      </div>
    </Notice>
  );
}
