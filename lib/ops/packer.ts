import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Packing = "br" | "gzip";

const ways: Record<Packing, (identity: Buffer) => Buffer> = {
  gzip: (identity) => gzipSync(identity, { level: 9 }),
  br: (identity) => brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
};

/** Compresses as far as it goes. That takes seconds for a whole guide, so a build keeps the outcome, and a start only reads it. */
export class Packer {
  readonly #folder: string;
  readonly #keeps: boolean;

  /** With `keep` the folder begins empty, and what is compressed is written there; without, it is only read, and need not be there. */
  constructor(folder: string, { keep }: { keep: boolean }) {
    this.#folder = folder;
    this.#keeps = keep;
    if (!keep) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** `digest` stands for the whole of `identity`, in characters that a file's name may have. */
  pack(identity: Buffer, digest: string, way: Packing): Buffer {
    const file = join(this.#folder, `${digest}.${way}`);
    if (!this.#keeps && existsSync(file)) return readFileSync(file);
    const body = ways[way](identity);
    if (this.#keeps) writeFileSync(file, body);
    return body;
  }
}
