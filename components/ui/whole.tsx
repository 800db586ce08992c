/**
 * The last child of what has the class `whole`. A browser may draw a page before its end has come; what is laid out anew as more of it comes,
 * such as a row that is filled from its right end or the columns of a table, would move under the reader's eyes and is shown only as a whole.
 */
export function Whole() {
  return <span data-whole="" hidden />;
}
