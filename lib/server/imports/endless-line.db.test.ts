import { expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { defaultSettings } from "#lib/imports/settings.ts"
import { checkImport } from "./check-import.ts"
import { receiveFile } from "./receive-file.ts"

const { owner } = testDatabase()
const piece = Buffer.alloc(65_536, "x")

/** Two gigabytes, of which it is counted how many are taken. */
async function arriving(before: string) {
  const { caller } = await testWorkspace()
  let taken = 0
  async function* bytes() {
    yield Buffer.from(before)
    while (taken < 2 * 1024 ** 3) {
      taken += piece.length
      yield piece
    }
  }
  const given = { kind: "accounts" as const, fileName: "long.csv", sourceKey: "csv", bytes: bytes() }
  const { runId } = await receiveFile(caller, given)
  const check = await checkImport(caller, runId, defaultSettings)
  const [kept] = await owner<{ bytes: number }[]>`
    select sum(octet_length(bytes))::int as bytes from import_file where run_id = ${runId}`
  return { taken, kept: kept!.bytes, check }
}

test("two gigabytes of one line are refused as soon as the line is too long, with the byte", async () => {
  const { taken, kept, check } = await arriving("id,name")
  expect(taken).toBe(62 * 65_536)
  expect(kept).toBe(taken + 7)
  expect(check.isWritable).toBe(false)
  expect(check.problems).toMatchObject([{ kind: "unreadable_file" }])
  expect(check.problems[0]!.what).toMatch(
    /^A line has more than 1,000,000 characters and has not ended by byte 4,0\d\d,\d{3} of the file$/,
  )
})

test("an endless line far below the header is refused as well, and not read to its end", async () => {
  const { taken, check } = await arriving(`id,name\n${"1,Acme and others\n".repeat(100_000)}2,`)
  expect(taken).toBe(62 * 65_536)
  expect(check.problems).toMatchObject([{ kind: "unreadable_file" }])
  expect(check.problems[0]!.what).toMatch(/has not ended by byte [\d,]+ of the file$/)
})
