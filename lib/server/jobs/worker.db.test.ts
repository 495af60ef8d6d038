import { afterAll, expect, inject, test, vi } from "vitest"
import { openPool, setPool } from "#db/client.ts"
import { startWorker } from "./worker.ts"

const owners = openPool({ url: inject("ownerUrl"), max: 1, name: "csops-test" })
setPool(owners)
afterAll(() => owners.close())

test("a worker whose role owns the tables ends with 78 before it takes a job", async () => {
  const exit = vi.spyOn(process, "exit").mockImplementation((status) => {
    throw new Error(`ended with ${status}`)
  })
  await expect(startWorker()).rejects.toThrow("ended with 78")
  exit.mockRestore()
})
