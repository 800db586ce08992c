/** Words to be looked for as they stand: Prisma hands the wildcards of LIKE on as they are. */
export function literalLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
