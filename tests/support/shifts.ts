import type { Page } from "@playwright/test";

declare global {
  interface Window { shifts: Shift[] }
}

interface Shift { value: number; startTime: number; moved: { words: string | undefined; from: string; to: string }[] }

/** As https://wicg.github.io/layout-instability/ has it. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** From the next page on, keeps what moves while it is looked at. */
export async function keepShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    const where = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].join(" ");
    new PerformanceObserver((list) => {
      for (const { value, startTime, sources } of list.getEntries() as LayoutShift[]) {
        const moved = sources.map(({ node, previousRect, currentRect }) => ({ words: node?.textContent?.slice(0, 80), from: where(previousRect), to: where(currentRect) }));
        window.shifts.push({ value, startTime, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved on this page, with the elements that did. */
export async function shiftsOf(page: Page): Promise<Shift[]> {
  return await page.evaluate(() => window.shifts);
}
