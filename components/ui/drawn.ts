/** Whether an element has a place on the page. Some of the browsers that Cairn is built for have no `checkVisibility` yet. */
export function isDrawn(element: Element): boolean {
  return (element as Partial<Element>).checkVisibility?.() ?? element.getClientRects().length > 0;
}
