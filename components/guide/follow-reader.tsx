"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** Marks the link whose place is being read, in the contents it is wrapped around. Without it they are plain links. */
export function FollowReader({ children }: { children: ReactNode }) {
  const contents = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const links = [...contents.current?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? []].filter((link) => !link.ariaCurrent);
    const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const mark = () => {
      // What is read is the last place that has passed the upper third of the window.
      const read = places.findLastIndex((place) => place && place.getBoundingClientRect().top < innerHeight / 3);
      links.forEach((link, index) => {
        if (index === read) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    };
    let frame = 0;
    const schedule = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    mark();
    addEventListener("scroll", schedule, { passive: true });
    return () => removeEventListener("scroll", schedule);
  }, []);
  return <div ref={contents}>{children}</div>;
}
