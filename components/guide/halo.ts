/** A rim in the paper's colour around a chart's words, so that no line of the grid runs through them. */
export const halo = { paintOrder: "stroke", strokeWidth: 4, strokeLinejoin: "round" } as const;
