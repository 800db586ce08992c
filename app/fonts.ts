import localFont from "next/font/local";

/*
 * The files are made by lib/ops/fonts.ts; app/globals.css lists the families in the order in which a letter is looked for. Italics join
 * their family by their style. Uncommon and extended letters are families of their own, each fetched only by a page that needs it: for a
 * file of a family that is not fetched, Chromium asks the system for a stand-in, once for each size and weight, while the page waits for
 * its first layout. A family that no letter asks for is never looked at.
 * The first of a family is preloaded, and brings the fallback that is fitted to its metrics. A font that comes too late for
 * the first drawing is kept for the next page, since exchanging it would move the lines under the reader's eyes.
 */

export const newsreader = localFont({
  src: "./fonts/newsreader.woff2",
  weight: "400 600",
  style: "normal",
  display: "optional",
  preload: true,
  adjustFontFallback: "Times New Roman",
  declarations: [{ prop: "font-family", value: "newsreader" }],
});

export const newsreaderItalic = localFont({
  src: "./fonts/newsreader-italic.woff2",
  weight: "400 600",
  style: "italic",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "font-family", value: "newsreader" }],
});

export const newsreaderUncommon = localFont({
  src: "./fonts/newsreader-uncommon.woff2",
  weight: "400 600",
  style: "normal",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "newsreaderUncommon" },
    {
      prop: "unicode-range",
      value:
        "U+00A1-00A6, U+00A8, U+00AA, U+00AC, U+00AE-00AF, U+00B4-00B6, U+00B8-00BA, U+00BE-00D6, U+00D8-00DF, U+00E2-00E3, U+00E6, U+00EA, U+00EC, U+00EE-00F0, U+00F2, U+00F4-00F5, U+00F7, U+00F9, U+00FB, U+00FD-00FF, U+0152-0153, U+0178, U+201A, U+201E, U+2020-2021, U+2030, U+2039-203A, U+2044, U+2122, U+2260, U+2264-2265",
    },
  ],
});

export const newsreaderExtended = localFont({
  src: "./fonts/newsreader-extended.woff2",
  weight: "400 600",
  style: "normal",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "newsreaderExtended" },
    { prop: "unicode-range", value: "U+0100-017F, U+0218-021B" },
  ],
});

export const instrumentSans = localFont({
  src: "./fonts/instrument-sans.woff2",
  weight: "400 700",
  style: "normal",
  display: "optional",
  preload: true,
  adjustFontFallback: "Arial",
  declarations: [{ prop: "font-family", value: "instrumentSans" }],
});

export const instrumentSansExtended = localFont({
  src: "./fonts/instrument-sans-extended.woff2",
  weight: "400 700",
  style: "normal",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "instrumentSansExtended" },
    { prop: "unicode-range", value: "U+0100-017F, U+0218-021B" },
  ],
});
