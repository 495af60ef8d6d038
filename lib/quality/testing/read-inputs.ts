import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

const root = join(import.meta.dirname, "../../..")
const read = (path: string): string => readFileSync(join(root, path), "utf8")

type Chunk = { readonly name: string; readonly text: string }
type File = { readonly chunks: readonly Chunk[]; readonly imports: ReadonlyMap<string, string> }

const declaration = /^(?:export )?(?:default )?(?:async )?(?:function|const|type|class) (\w+)/
const followed = /^(db\/(?!schema\/)|lib\/server\/|app\/)/
const files = new Map<string, File>()

/** A file as its top-level declarations and where its names come from. */
function open(path: string): File {
  const known = files.get(path)
  if (known) return known
  const text = read(path)
  const imports = new Map<string, string>()
  for (const [, names = "", from = ""] of text.matchAll(
    /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"([^"]+)"/g,
  )) {
    const target = from.startsWith("#") ? from.slice(1) : relative(root, join(root, dirname(path), from))
    for (const name of names.split(",")) {
      const word = name
        .trim()
        .replace(/^type /, "")
        .split(" as ")
        .at(-1)
      if (word) imports.set(word, target)
    }
  }
  const chunks = text
    .split(/\n(?=(?:export )?(?:default )?(?:async )?(?:function|const|type|class) \w)/)
    .map((part) => ({ name: declaration.exec(part)?.[1] ?? "", text: part }))
  const file = { chunks, imports }
  files.set(path, file)
  return file
}

/** The texts of all declarations that a file, or one name of it, reaches within the database room and the doors. */
function reached(path: string, name: string | null, seen: Map<string, string>): void {
  if (!existsSync(join(root, path))) return
  const { chunks, imports } = open(path)
  for (const chunk of chunks.filter((one) => name === null || one.name === name)) {
    const key = `${path}#${chunk.name}#${chunk.text.length}`
    if (seen.has(key)) continue
    seen.set(key, chunk.text)
    for (const word of new Set(chunk.text.match(/\b\w+\b/g))) {
      const target = imports.get(word)
      if (target && followed.test(target)) reached(target, word, seen)
      else if (word !== chunk.name && chunks.some((one) => one.name === word)) reached(path, word, seen)
    }
  }
}

/** Tables by the name of their constant in the schema. */
const constants = new Map<string, string>(
  readdirSync(join(root, "db/schema")).flatMap((name) =>
    [...read(`db/schema/${name}`).matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)].map(
      ([, constant = "", table = ""]) => [constant, table] as const,
    ),
  ),
)
const tables = new Set(constants.values())

/** What a file reads: each table with the texts that name it. Derived tables count as what fills them. */
export function tablesRead(path: string): ReadonlyMap<string, string> {
  const seen = new Map<string, string>()
  reached(path, null, seen)
  const found = new Map<string, string>()
  const add = (table: string, text: string) => found.set(table, `${found.get(table) ?? ""}\n${text}`)
  for (const [key, text] of seen) {
    for (const [, table = ""] of text.matchAll(/\b(?:from|join)\s+(\w+)/g))
      if (tables.has(table)) add(table, text)
    const { imports } = open(key.split("#")[0] ?? "")
    for (const [word, target] of imports)
      if (target.startsWith("db/schema/") && constants.has(word) && new RegExp(`\\b${word}\\b`).test(text))
        add(constants.get(word) ?? "", text)
  }
  return found
}

/** Every page and endpoint on disk: its route as `lineage.ts` names it, and its file. */
export function routeFiles(folder = "app"): { route: string; file: string }[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return routeFiles(path)
    const place = `/${dirname(path)
      .split("/")
      .slice(1)
      .filter((part) => !part.startsWith("("))
      .join("/")}`
    if (entry.name === "page.tsx") return [{ route: place, file: path }]
    if (entry.name !== "route.ts") return []
    return [
      ...read(path).matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g),
    ].map(([, method]) => ({ route: `${method} ${place}`, file: path }))
  })
}
