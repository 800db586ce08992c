import { startServer } from "#tests/support/server.ts";

/** For the browser tests: the production server as `npm start` runs it, on a port and in a folder of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer({ CAIRN_DEMO: "0" });
  Object.assign(process.env, { CAIRN_TEST_URL: server.url, CAIRN_TEST_DATA: server.data });
  return async () => void (await server.stop());
}
