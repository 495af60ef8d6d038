import { expect, test } from "vitest"
import { sharedRead } from "./shared-read.ts"

function reads() {
  const settled: ((value: string | Error) => void)[] = []
  const read = () =>
    new Promise<string>((resolve, reject) => {
      settled.push((value) => (value instanceof Error ? reject(value) : resolve(value)))
    })
  return { settled, read }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test("who comes during a read is given the next one, and all who wait share it", async () => {
  const { settled, read } = reads()
  const share = sharedRead<string>()
  const first = share("a", read)
  const later = [share("a", read), share("a", read)]
  await turn()
  expect(settled).toHaveLength(1)
  settled[0]?.("before")
  expect(await first).toBe("before")
  await turn()
  expect(settled).toHaveLength(2)
  settled[1]?.("after")
  expect(await Promise.all(later)).toEqual(["after", "after"])
})

test("who comes while the next read runs is not given that one either", async () => {
  const { settled, read } = reads()
  const share = sharedRead<string>()
  const answers = [share("a", read), share("a", read)]
  settled[0]?.("first")
  await turn()
  answers.push(share("a", read))
  settled[1]?.("second")
  await turn()
  settled[2]?.("third")
  expect(await Promise.all(answers)).toEqual(["first", "second", "third"])
})

test("a read that fails fails for those who shared it, and the next one begins", async () => {
  const { settled, read } = reads()
  const share = sharedRead<string>()
  const first = share("a", read)
  const second = share("a", read)
  settled[0]?.(new Error("lost"))
  await expect(first).rejects.toThrow("lost")
  await turn()
  settled[1]?.("read")
  expect(await second).toBe("read")
})

test("other keys do not wait, and nothing is kept once it was read", async () => {
  const { settled, read } = reads()
  const share = sharedRead<string>()
  const answers = [share("a", read), share("b", read)]
  expect(settled).toHaveLength(2)
  settled[0]?.("of a")
  settled[1]?.("of b")
  expect(await Promise.all(answers)).toEqual(["of a", "of b"])
  const again = share("a", read)
  expect(settled).toHaveLength(3)
  settled[2]?.("anew")
  expect(await again).toBe("anew")
})
