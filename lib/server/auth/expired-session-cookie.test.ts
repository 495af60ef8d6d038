import { afterEach, expect, test, vi } from "vitest"

vi.mock("server-only", () => ({}))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test.each([
  ["https://desk.example", "__Host-csops.session", true],
  ["http://localhost:3000", "csops.session", false],
])("at %s the cookie %s is taken away as it was given", async (address, name, secure) => {
  vi.stubEnv("NEXTAUTH_URL", address)
  vi.resetModules()
  const { expiredSessionCookie } = await import("./expired-session-cookie.ts")
  expect(expiredSessionCookie()).toEqual({
    name,
    value: "",
    maxAge: 0,
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
  })
})
