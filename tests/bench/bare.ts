import { createServer } from "node:http";

// The reference: a bare server that sends one answer from memory, in a process of its own. It is told the answer and says its address.
process.on("disconnect", () => process.exit(0));
process.once("message", ({ headers, body }: { headers: string[]; body: string }) => {
  const bytes = Buffer.from(body, "base64");
  const server = createServer((_request, response) => void response.writeHead(200, headers).end(bytes));
  server.listen(0, "127.0.0.1", () => process.send!(`http://127.0.0.1:${(server.address() as { port: number }).port}`));
});
