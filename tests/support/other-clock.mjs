// Preloaded into a server (NODE_OPTIONS=--import), this puts its clock ahead by CAIRN_TEST_CLOCK_AHEAD milliseconds.
const ahead = Number(process.env.CAIRN_TEST_CLOCK_AHEAD);
const now = Date.now;

Date.now = () => now() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [Date.now()] : given, made === globalThis.Date ? real : made),
  apply: (real) => new real(Date.now()).toString(),
});
