import { fork } from "node:child_process";
import { get } from "node:http";
import { join } from "node:path";
import autocannon from "autocannon";

const connections = 32;
const rounds = 7;
const seconds = 2;

export interface Rates { product: number; bare: number; ratio: number; bytes: number }

/**
 * Requests a second of one address of the product, beside a bare server that sends the same bytes under the same headers: both are
 * asked in turn, several times. The ratio is the median of the rounds', so that a busy moment of the machine strikes both or is left out.
 */
export async function compareRates(url: string, encoding: "br" | "identity"): Promise<Rates> {
  const answer = await rawAnswer(url, encoding);
  const bare = fork(join(import.meta.dirname, "bare.ts"));
  try {
    const bareUrl = await new Promise<string>((done) => {
      bare.once("message", (address) => done(String(address)));
      bare.send(answer);
    });
    for (const address of [url, bareUrl]) await rateOf(address, encoding, 1);
    const measured: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1) measured.push([await rateOf(url, encoding, seconds), await rateOf(bareUrl, encoding, seconds)]);
    return {
      product: median(measured.map(([one]) => one)), bare: median(measured.map(([, other]) => other)), ratio: median(measured.map(([one, other]) => one / other)),
      bytes: Buffer.from(answer.body, "base64").length,
    };
  } finally {
    bare.disconnect();
  }
}

/** What the product sends, without being unpacked; a bare server writes the last three headers itself. */
async function rawAnswer(url: string, encoding: string): Promise<{ headers: string[]; body: string }> {
  return await new Promise((done, fail) => {
    get(url, { headers: { "accept-encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const kept = Object.entries(response.headers).filter(([name]) => !["date", "connection", "keep-alive"].includes(name));
        if (response.statusCode !== 200) fail(new Error(`${url} was answered with ${response.statusCode}`));
        done({ headers: kept.flatMap(([name, value]) => [name, String(value)]), body: Buffer.concat(chunks).toString("base64") });
      });
    }).on("error", fail);
  });
}

async function rateOf(url: string, encoding: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections, duration, headers: { "accept-encoding": encoding } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
