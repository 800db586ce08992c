"use client";

import { Component, lazy, memo, Suspense, type ReactNode } from "react";
import { useAwake } from "#components/ui/use-awake.ts";
import { isIntricate } from "#lib/thread/intricate.ts";

const Markdown = lazy(async () => ({ default: (await import("#components/thread/markdown.tsx")).Markdown }));

/**
 * Somebody's words, as their Markdown means them; as they were typed until that has come, and where it cannot be done. The same words are
 * read once, however often what stands around them is drawn anew. The server does not read them: what takes it long, everybody waits for.
 */
export const MessageBody = memo(function MessageBody({ text }: { text: string }) {
  const awake = useAwake();
  const typed = <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{text}</p>;
  if (!awake || isIntricate(text)) return typed;
  return (
    <Otherwise key={text} shown={typed}>
      <Suspense fallback={typed}>
        <Markdown text={text} />
      </Suspense>
    </Otherwise>
  );
});

interface OtherwiseProps { shown: ReactNode; children: ReactNode }

/** One message that cannot be drawn does not take the page with it. */
class Otherwise extends Component<OtherwiseProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.shown : this.props.children;
  }
}
