declare module "subset-font" {
  /** A subset of `font` with the characters of `text`; see the package's README for the options. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: "woff2" | "truetype";
      variationAxes?: Record<string, { min: number; max: number } | number>;
      noHinting?: boolean;
    },
  ): Promise<Buffer>;
}
