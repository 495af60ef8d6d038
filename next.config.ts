import type { NextConfig } from "next"

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pg-boss", "pino"],
  images: { unoptimized: true, remotePatterns: [] },
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  agentRules: false,
}

export default config
