import type { Metadata } from "next";
import { SignOutLater } from "#components/account/sign-out-later.tsx";
import { Frame } from "#components/shell/frame.tsx";
import { PublicHeader } from "#components/shell/public-header.tsx";
import { Blank } from "#components/shell/blank.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { homeGuide } from "#lib/guide/home.ts";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <Frame header={<PublicHeader signOut={<SignOutLater />} />}>
      <Blank title="There is nothing at this address">
        <p>It may have moved, or it may belong to someone else. If you followed a link from here, the link is at fault.</p>
        <ButtonLink href="/" variant="primary">
          Go to the start
        </ButtonLink>
        <ButtonLink href={`/guide/${homeGuide}`}>Read the guide</ButtonLink>
      </Blank>
    </Frame>
  );
}
