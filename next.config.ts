import type { NextConfig } from "next";
import { fileRewrites, oneClickRewrite } from "./lib/ops/addresses.ts";

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run dev` is opened at this address, and its hot reload comes from there.
  allowedDevOrigins: ["127.0.0.1"],
  reactStrictMode: true,
  // The thin server (lib/ops/serve.ts) compresses prerendered documents once; Next compresses the dynamic rest.
  compress: true,
  // `npm test` checks the types of everything; a start has no need to, and must not fail for a test's.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({ beforeFiles: [oneClickRewrite], afterFiles: fileRewrites, fallback: [] }),
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "nodemailer", "pg", "pg-boss", "pino"],
  turbopack: { root: import.meta.dirname },
};

export default config;
