import { createServer, type AddressInfo, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** What the server does with a mail. `falls silent` takes the whole mail and never answers. */
export type Manner = "takes it" | "refuses it for good" | "refuses it for now" | "falls silent" | "hangs up";

export interface Received { from: string; to: string[]; raw: string; header: (name: string) => string | undefined }

/** A real SMTP server on loopback; `behave` says how it treats what comes next, the last manner for good. */
export async function startSmtp() {
  const received: Received[] = [];
  let manners: Manner[] = ["takes it"];
  const next = () => (manners.length > 1 ? manners.shift()! : manners[0]!);
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"], logger: false, closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const manner = next();
        if (manner === "falls silent") return;
        if (manner !== "takes it") return done(refused(manner));
        const { mailFrom, rcptTo } = session.envelope;
        received.push(parse(Buffer.concat(chunks).toString(), mailFrom ? mailFrom.address : "", rcptTo.map(({ address }) => address)));
        done();
      });
    },
    onRcptTo: (_address, _session, done) => {
      if (manners[0] !== "refuses it for good") return done();
      next();
      done(refused("refuses it for good"));
    },
    onConnect: (_session, done) => {
      if (manners[0] !== "hangs up") return done();
      next();
      done(Object.assign(new Error("Not now"), { responseCode: 421 }));
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`, port, received,
    behave: (...given: Manner[]) => void (manners = given),
    stop: async () => await new Promise<void>((done) => server.close(() => done())),
  };
}

function refused(manner: Manner): Error {
  return manner === "refuses it for good"
    ? Object.assign(new Error("No such mailbox"), { responseCode: 550 })
    : Object.assign(new Error("Please try again"), { responseCode: 451 });
}

function parse(raw: string, from: string, to: string[]): Received {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  const fields = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n").map((line) => line.split(/: (.*)/s));
  return { from, to, raw, header: (name) => fields.find(([field]) => field?.toLowerCase() === name.toLowerCase())?.[1] };
}

/** Listens, and never says a word. */
export async function startMute() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on("error", () => undefined)));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
