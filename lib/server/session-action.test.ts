import { beforeEach, expect, test, vi } from "vitest"
import { z } from "zod"
import { AppError } from "#lib/errors.ts"
import { sessionAction } from "./session-action.ts"

const { currentSession, asked } = vi.hoisted(() => ({ currentSession: vi.fn(), asked: new Headers() }))
vi.mock("server-only", () => ({}))
vi.mock("next/headers", () => ({ headers: async () => asked }))
vi.mock("./auth/session.ts", () => ({ currentSession }))

const session = { sessionId: "1" }
const run = vi.fn()
const after = vi.fn()
const act = sessionAction({ input: z.object({ workspace: z.string().min(1) }), run, after })

const form = (workspace: string) => {
  const filled = new FormData()
  filled.set("workspace", workspace)
  return filled
}
const whereTo = (failure: unknown) => String((failure as { digest?: string }).digest)

beforeEach(() => {
  vi.resetAllMocks()
  currentSession.mockResolvedValue(session)
  asked.set("host", "desk.example")
  asked.set("origin", "https://desk.example")
  asked.set("x-csops-path", "/accounts?band=red")
})

test("runs with the session and what was parsed, then goes on", async () => {
  await act(form("acme"))
  expect(run.mock.calls).toEqual([[session, { workspace: "acme" }]])
  expect(after).toHaveBeenCalledOnce()
})

test("a form that cannot be read changes nothing", async () => {
  await act(form(""))
  await act()
  expect(run).not.toHaveBeenCalled()
})

test("a pause of the database leads to the page that comes back", async () => {
  const away = new AppError("unavailable", "The database does not answer.")
  currentSession.mockRejectedValueOnce(away)
  expect(whereTo(await act(form("acme")).catch((error) => error))).toContain(
    "/unavailable?from=%2Faccounts%3Fband%3Dred",
  )
  run.mockRejectedValueOnce(away)
  expect(whereTo(await act(form("acme")).catch((error) => error))).toContain("/unavailable?from=")
  expect(after).not.toHaveBeenCalled()
})

test("who has no session is led to the sign-in page", async () => {
  currentSession.mockResolvedValueOnce(null)
  expect(whereTo(await act(form("acme")).catch((error) => error))).toContain("/sign-in")
  expect(run).not.toHaveBeenCalled()
})

test("a request from outside is refused before the session is looked at", async () => {
  asked.set("origin", "https://evil.example")
  await expect(act(form("acme"))).rejects.toMatchObject({ code: "forbidden" })
  expect(currentSession).not.toHaveBeenCalled()
})
