import { assert, nat, property, string } from "fast-check"
import { expect, test } from "vitest"
import { EncodingScan } from "./encoding.ts"

const scanned = (...pieces: readonly (readonly number[])[]) => {
  const scan = new EncodingScan()
  for (const piece of pieces) scan.push(Uint8Array.from(piece))
  return scan.result()
}

test("a byte order mark decides", () => {
  expect(scanned([0xef, 0xbb, 0xbf, 0x61])).toEqual({ name: "utf-8", isGuess: false })
  expect(scanned([0xff, 0xfe, 0x61, 0x00])).toEqual({ name: "utf-16le", isGuess: false })
  expect(scanned([0xfe, 0xff, 0x00, 0x61])).toEqual({ name: "utf-16be", isGuess: false })
})

test("UTF-16 without a mark shows by its zeros, said to be a guess", () => {
  const text = [...Buffer.from("id,name\n1,Zoë\n", "utf16le")]
  expect(scanned(text)).toEqual({ name: "utf-16le", isGuess: true })
  const swapped = text.map((_, at) => text[at ^ 1]!)
  expect(scanned(swapped)).toEqual({ name: "utf-16be", isGuess: true })
  expect(scanned([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x00, 0x00]).name).toBe("utf-8")
})

test("a single é written as one byte is Windows-1252, said to be a guess", () => {
  expect(scanned([0x63, 0x61, 0x66, 0xe9, 0x2c])).toEqual({ name: "windows-1252", isGuess: true })
  expect(scanned([0x63, 0x61, 0x66, 0xe9])).toEqual({ name: "windows-1252", isGuess: true })
})

test("one damaged character does not turn a UTF-8 file into another encoding", () => {
  const whole = [...new TextEncoder().encode("Zürich, Genève")]
  expect(scanned(whole, [0xe9, 0x2c])).toEqual({ name: "utf-8", isGuess: false })
})

test("overlong forms and surrogates are not UTF-8", () => {
  expect(scanned([0xc0, 0xaf]).name).toBe("windows-1252")
  expect(scanned([0xed, 0xa0, 0x80]).name).toBe("windows-1252")
})

test("any text without NUL encoded as UTF-8 is recognised, wherever it is cut", () => {
  assert(
    property(string({ unit: "binary" }), nat(), (text, at) => {
      const bytes = [
        ...new TextEncoder().encode(text.replace(/[\p{Cs}\0]/gu, "").replace(/^[\ufeff\ufffe]/, "")),
      ]
      const cut = bytes.length === 0 ? 0 : at % bytes.length
      expect(scanned(bytes.slice(0, cut), bytes.slice(cut))).toEqual({ name: "utf-8", isGuess: false })
    }),
  )
})
