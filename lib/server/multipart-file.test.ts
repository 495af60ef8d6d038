import fc from "fast-check"
import { expect, test } from "vitest"
import { multipartFile } from "./multipart-file.ts"

const type = "multipart/form-data; boundary=----abc"

const field = (name: string, value: string) =>
  `------abc\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, content: string) =>
  `------abc\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`
const end = "------abc--\r\n"

async function* pieces(text: Buffer, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size)
}

async function read(body: string | Buffer, size = 7, as: string | null = type) {
  const found = await multipartFile(as, pieces(Buffer.from(body as string), size))
  if (!found) return null
  const parts: Uint8Array[] = []
  for await (const piece of found.bytes) parts.push(Buffer.from(piece))
  return { ...found, content: Buffer.concat(parts) }
}

test("gives the fields before the file, its name and its bytes", async () => {
  const found = await read(field("kind", "accounts") + file("customers.csv", "id\r\n1\r\n") + end)
  expect(found?.fields.get("kind")).toBe("accounts")
  expect(found?.fileName).toBe("customers.csv")
  expect(found?.content.toString()).toBe("id\r\n1\r\n")
})

test("any content comes through whole, however the body is cut into pieces", async () => {
  const text = fc.array(fc.constantFrom("\r\n", "-", "----ab", "------ab", "\r\n--", "x", "\0", "é"))
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (words, size) => {
      const content = words.join("").replaceAll("\r\n------abc", "")
      const found = await read(field("a", "1") + file("f.csv", content) + end, size)
      expect(found?.content.toString()).toBe(content)
    }),
  )
})

test("holds no more than a piece of the body at a time", async () => {
  let given = 0
  async function* endless() {
    yield Buffer.from(file("big.csv", "").slice(0, -2))
    for (;;) {
      given += 65_536
      yield Buffer.alloc(65_536, 120)
    }
  }
  const found = await multipartFile(type, endless())
  let taken = 0
  for await (const piece of found?.bytes ?? []) {
    taken += piece.length
    expect(given - taken).toBeLessThan(200_000)
    if (taken > 5_000_000) break
  }
})

test("no file was chosen", async () => {
  expect(await read(field("kind", "accounts") + file("", "") + end)).toBeNull()
  expect(await read(field("kind", "accounts") + end)).toBeNull()
})

test("names are read as browsers write them", async () => {
  expect((await read(file("C:\\data\\a %22b%22.csv", "x") + end))?.fileName).toBe('a "b".csv')
})

test.each<[string, string, string | null]>([
  ["no form", "{}", "application/json"],
  ["no type", "{}", null],
  ["another boundary", field("a", "1") + end, "multipart/form-data; boundary=other"],
  ["broken off before the file", field("a", "1").slice(0, -3), type],
  ["broken off inside the file", file("f.csv", "id,name").slice(0, -4), type],
  ["an endless head", `------abc\r\nContent-Disposition: ${"x".repeat(90_000)}`, type],
  ["an endless field", field("a", "x".repeat(20_000)) + end, type],
])("refuses what is %s", async (_, body, as) => {
  await expect(read(body, 1_000, as)).rejects.toMatchObject({ code: "invalid_input" })
})
