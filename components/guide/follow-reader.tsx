"use client";

import { useEffect } from "react";

const beginnings = ["scroll", "pointerdown", "keydown"] as const;

/**
 * The contents follow the reader from the first move on: what does it is fetched then, so that it costs the page nothing before.
 * Without it the contents are plain links.
 */
export function FollowReader() {
  useEffect(() => {
    const waiting = new AbortController();
    let end = () => waiting.abort();
    const begin = () => {
      waiting.abort();
      let ended = false;
      end = () => void (ended = true);
      import("#components/guide/follow.ts").then(({ followReader }) => ended || (end = followReader()), () => undefined);
    };
    beginnings.forEach((name) => addEventListener(name, begin, { passive: true, signal: waiting.signal }));
    // The page may have been opened at one of its places, and the browser may have left it folded.
    if (scrollY > 0 || location.hash) begin();
    return () => end();
  }, []);
  return null;
}
