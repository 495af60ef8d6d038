import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { defaultSettings, type ImportSettings } from "#lib/imports/settings.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { belowHeader, factsOf, openBytes } from "./open-file.ts"
import { workbookOf, zipOf } from "./testing/workbook.ts"

type Bytes = string | Uint8Array

const bytesOf = (content: Bytes) =>
  async function* () {
    yield typeof content === "string" ? Buffer.from(content) : content
  }

async function rowsOf(content: Bytes, chosen: Partial<ImportSettings> = {}): Promise<readonly string[][]> {
  const file = await openBytes(bytesOf(content), "accounts", { ...defaultSettings, ...chosen })
  const rows: string[][] = []
  for await (const batch of belowHeader(file)) rows.push(...batch.map(({ cells }) => [...cells]))
  return rows
}

const utf16 = (text: string, { isBig = false, hasMark = true } = {}) => {
  const bytes = Buffer.from(hasMark ? `\ufeff${text}` : text, "utf16le")
  return isBig ? bytes.swap16() : bytes
}

describe("text files", () => {
  const text = "id,name\n1,Zoë\n2, Émile \n"
  const expected = [
    ["1", "Zoë"],
    ["2", "Émile"],
  ]

  test.each<[string, Bytes]>([
    ["UTF-8", text],
    ["UTF-8 with a mark", `\ufeff${text}`],
    ["UTF-16 little end first", utf16(text)],
    ["UTF-16 big end first", utf16(text, { isBig: true })],
    ["UTF-16 without a mark", utf16(text, { hasMark: false })],
    ["UTF-16 big end first without a mark", utf16(text, { isBig: true, hasMark: false })],
    ["Latin-1", Buffer.from(text, "latin1")],
    ["gzip", gzipSync(text)],
    ["gzip in two members", Buffer.concat([gzipSync("id,name\n1,Zoë\n"), gzipSync("2,Émile\n")])],
    ["semicolons and \\r\\n", text.replaceAll(",", ";").replaceAll("\n", "\r\n")],
    ["tabs and \\r", text.replaceAll(",", "\t").replaceAll("\n", "\r")],
    ["pipes, blank rows and no last line end", "\n\nid|name\n1|Zoë\n\n ,\n2|Émile".replace(" ,\n", "")],
  ])("%s gives the same rows", async (_, content) => {
    expect(await rowsOf(content)).toEqual(expected)
  })

  test("what was guessed is said, and a choice wins over it", async () => {
    const western = Buffer.from("id;name\n1;Zoë\n", "latin1")
    const guessed = await openBytes(bytesOf(western), "accounts", defaultSettings)
    expect(guessed.layout).toMatchObject({
      encoding: { name: "windows-1252", isGuess: true },
      separator: { isGuess: true },
    })
    const chosen = await openBytes(bytesOf(western), "accounts", {
      ...defaultSettings,
      encoding: "windows-1252",
      separator: ";",
    })
    expect(chosen.layout).toMatchObject({ encoding: { isGuess: false }, separator: { isGuess: false } })
    const facts = await factsOf(chosen, { sha256: "", bytes: 15 })
    expect(facts).toMatchObject({ header: ["id", "name"], headerRow: 1, firstRows: [["1", "Zoë"]] })
  })
})

describe("workbooks", () => {
  const sheets = {
    Empty: [],
    Accounts: [
      ["id", "name", "renewal", "sum", "amount"],
      ["A-1", "Zoë <b>", { day: 45747.0 }, { formula: "1+1", result: "2" }, 0.1],
      ["A-2", "", { day: 45747.5 }, "=1+1", 1e-7],
    ],
  } as const

  test("cells are days, numbers and stored results of formulas; the first sheet with rows is read", async () => {
    expect(await rowsOf(workbookOf(sheets))).toEqual([
      ["A-1", "Zoë <b>", "2025-03-31", "2", "0.1"],
      ["A-2", "", "2025-03-31T12:00:00", "=1+1", "1e-7"],
    ])
  })

  test("a sheet is chosen by its name, and an unknown one is refused", async () => {
    const two = workbookOf({ ...sheets, Other: [["id"], ["B-1"]] })
    expect(await rowsOf(two, { sheet: "Other" })).toEqual([["B-1"]])
    await expect(rowsOf(two, { sheet: "None" })).rejects.toThrow('no sheet "None"')
  })

  test.each<[string, Buffer, string]>([
    ["a zip that is no workbook", zipOf([{ name: "a.txt", content: Buffer.from("a") }]), "no workbook"],
    ["a cut-off workbook", workbookOf(sheets).subarray(0, 900), "damaged or cut off"],
    ["a workbook of the old kind", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old kind"],
    [
      "a workbook that unpacks to too much",
      workbookOf({ Big: `<worksheet>${" ".repeat(90 * 1024 ** 2)}</worksheet>` }),
      "once unpacked",
    ],
    [
      "a workbook with a cell far away",
      workbookOf({
        Far: '<worksheet><sheetData><row r="1000000"><c r="XFD1000000"><v>1</v></c></row></sheetData></worksheet>',
      }),
      "spreads over",
    ],
    [
      "a workbook that is larger than memory bears",
      Buffer.concat([workbookOf(sheets), Buffer.alloc(11 * 1024 ** 2)]),
      "larger than 10 MB",
    ],
  ])("%s is refused in words", async (_, content, words) => {
    const reading = rowsOf(content)
    await expect(reading).rejects.toThrow(words)
    await expect(reading).rejects.toBeInstanceOf(UnreadableFile)
  })
})

describe("files without end", () => {
  async function pulled(piece: Buffer, wrap = (source: () => AsyncGenerator<Buffer>) => source) {
    let bytes = 0
    async function* endless() {
      while (bytes < 2 * 1024 ** 3) {
        bytes += piece.length
        yield piece
      }
    }
    await expect(
      (async () => {
        const file = await openBytes(wrap(endless), "accounts", defaultSettings)
        for await (const _ of file.rows());
      })(),
    ).rejects.toThrow("A line has more than 1,000,000 characters")
    return bytes
  }

  test("2 GB of one line are refused after a few megabytes", async () => {
    expect(await pulled(Buffer.alloc(512 * 1024, "x"))).toBeLessThan(8 * 1024 ** 2)
    expect(await pulled(Buffer.alloc(512 * 1024, ","))).toBeLessThan(8 * 1024 ** 2)
  })

  test("a quote that never closes is refused as early, whatever its line ends", async () => {
    let bytes = 0
    async function* quoted() {
      yield Buffer.from('id,name\n1,"')
      while (bytes < 256 * 1024 ** 2) {
        bytes += 65_536
        yield Buffer.alloc(65_536, "x\n")
      }
    }
    const file = await openBytes(quoted, "accounts", defaultSettings)
    bytes = 0
    await expect(
      (async () => {
        for await (const _ of file.rows());
      })(),
    ).rejects.toThrow("more than 1,000,000 characters")
    expect(bytes).toBeLessThan(4 * 1024 ** 2)
  })

  test("a gzip bomb is refused long before it is unpacked", async () => {
    const line = `${"x".repeat(99)}\n`
    const bomb = gzipSync(Buffer.from(line.repeat(1024 * 1024 * 2)), { level: 9 })
    expect(bomb.length).toBeLessThan(1024 ** 2)
    await expect(rowsOf(bomb)).rejects.toThrow("times as large")
  })
})
