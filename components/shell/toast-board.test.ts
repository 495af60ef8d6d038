import { expect, test, vi } from "vitest"
import { clearToast, showToast, takeUndo, toastBoard } from "#components/shell/toast-board.ts"
import type { Reply } from "#lib/verb.ts"

const offered = (undo: () => Promise<Reply<unknown>>) => {
  showToast("12 accounts assigned to Chen.", { offer: { words: "", undo } })
  return toastBoard.now()!
}

test("what is undone is said", async () => {
  const undo = vi.fn(async () => ({ ok: true, value: null }) as const)
  await takeUndo(offered(undo))
  expect(undo).toHaveBeenCalledOnce()
  expect(toastBoard.now()).toMatchObject({ words: "Undone.", isFailure: false, offer: null })
})

test("a refusal is told in its own words, and a server that is away in ours", async () => {
  await takeUndo(offered(async () => ({ ok: false, code: "conflict", message: "3 were changed since." })))
  expect(toastBoard.now()).toMatchObject({ words: "3 were changed since.", isFailure: true, offer: null })
  await takeUndo(offered(() => Promise.reject(new Error("offline"))))
  expect(toastBoard.now()).toMatchObject({
    isFailure: true,
    words: expect.stringContaining("did not answer"),
  })
})

test("an old toast that goes takes no new one along", () => {
  showToast("First.")
  const first = toastBoard.now()!
  showToast("Second.")
  clearToast(first.id)
  expect(toastBoard.now()?.words).toBe("Second.")
  clearToast(toastBoard.now()!.id)
  expect(toastBoard.now()).toBeNull()
})
