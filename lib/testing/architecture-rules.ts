/** The rooms of the tree and what each may see: the rules of ARCHITECTURE.md as code. Pure: paths and texts in, faults out. */
export type Source = { readonly path: string; readonly text: string }
type Rule = (source: Source) => string[]

const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$|(^|\/)testing\/|^e2e\/|^bench\//.test(path)
const isPure = (path: string): boolean => /^lib\/(?!server\/|platform\/)/.test(path)

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']|import\s*\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g

/** What a file imports: our own files as paths from the root, packages by name. */
export function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? ""
    if (name.startsWith("#")) return name.slice(1)
    return name.startsWith(".") ? resolvePath(path, name) : `package:${name}`
  })
}

function resolvePath(from: string, relative: string): string {
  const parts = from.split("/").slice(0, -1)
  for (const step of relative.split("/")) {
    if (step === "..") parts.pop()
    else if (step !== ".") parts.push(step)
  }
  return parts.join("/")
}

type Room = { name: string; of: RegExp; may: RegExp }

/** First match wins. `may` is tried against every import of a file in the room. */
export const rooms: readonly Room[] = [
  {
    name: "lib/server",
    of: /^lib\/server\//,
    may: /^(lib\/|db\/(?!schema\/|testing\/)|package:(?!drizzle-orm|react-dom))/,
  },
  {
    name: "lib/platform",
    of: /^lib\/platform\//,
    may: /^(lib\/(?!server\/)|package:(node:|zod$|pino$|@node-rs\/argon2$))/,
  },
  { name: "lib", of: /^lib\//, may: /^(lib\/(?!server\/|platform\/)|package:(zod|temporal-polyfill)$)/ },
  {
    name: "db",
    of: /^db\//,
    may: /^(db\/(?!testing\/)|drizzle\/meta\/_journal\.json$|lib\/(?!server\/)|package:(drizzle-orm|postgres$|pg-boss(\/package\.json)?$|node:))/,
  },
  {
    name: "components/charts/lazy",
    of: /^components\/charts\/lazy\//,
    may: /^(components\/|lib\/(?!server\/|platform\/)|package:(react|recharts)$)/,
  },
  {
    name: "components",
    of: /^components\//,
    may: /^(components\/|lib\/(?!server\/|platform\/)|package:(react|next\/(link|navigation|dynamic)$|next-auth\/react$|@tanstack\/))/,
  },
  {
    name: "app",
    of: /^app\//,
    may: /^(app\/|components\/|lib\/|db\/(?!schema\/|testing\/|seed\/)|package:(?!drizzle-orm|postgres)|app\/globals\.css)/,
  },
  {
    name: "bin",
    of: /^bin\//,
    may: /^(bin\/|bench\/|lib\/|db\/(?!testing\/|schema\/)|package:(?!drizzle-orm|react|next$))/,
  },
]

const directions: Rule = (source) => {
  if (isTest(source.path)) return []
  const room = rooms.find(({ of }) => of.test(source.path))
  if (!room) return []
  return importsOf(source)
    .filter((imported) => !room.may.test(imported) && !(imported === "package:server-only"))
    .map((imported) => `${source.path} (${room.name}) may not import ${imported.replace("package:", "")}`)
}

const impure: readonly [RegExp, string][] = [
  [/\bDate\.now\s*\(/, "Date.now()"],
  [/\bnew Date\(\s*\)/, "new Date() without an argument"],
  [/\bMath\.random\s*\(/, "Math.random()"],
  [/(?<![.\w])fetch\s*\(/, "fetch()"],
  [/\bprocess\.(env|argv|cwd|exit)/, "process"],
  [/\bsetTimeout\s*\(|\bsetInterval\s*\(/, "a timer"],
]

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`\\])\/\/.*$/gm, "")

const purity: Rule = ({ path, text }) => {
  if (!isPure(path) || isTest(path)) return []
  const code = withoutComments(text)
  return impure
    .filter(([pattern]) => pattern.test(code))
    .map(([, what]) => `${path} is pure but uses ${what}`)
}

const fetching: Rule = ({ path, text }) => {
  const isAsked = path.startsWith("components/") && !path.startsWith("components/live/") && !isTest(path)
  const isDatabase = path.startsWith("db/") && !isTest(path)
  if (!isAsked && !isDatabase) return []
  return /(?<![.\w])fetch\s*\(/.test(withoutComments(text)) ? [`${path} may not fetch`] : []
}

/** Only the gates make a caller; everybody else is given one. */
const gates = /^(lib\/access\/caller\.ts|lib\/server\/(auth|jobs|stream)\/|db\/seed\/|bin\/|bench\/)/
const minting: Rule = ({ path, text }) =>
  /\bmintCaller\s*\(/.test(text) && !gates.test(path) && !isTest(path)
    ? [`${path} is no gate but mints a caller`]
    : []

const handles: Rule = ({ path, text }) => {
  if (!path.startsWith("db/")) return []
  const faults = /\bon\s*:\s*Db\s*=/.test(text) ? [`${path} gives the database handle a default`] : []
  if (!/^db\/(queries|commands)\//.test(path) || isTest(path)) return faults
  // Who only builds a piece of a statement needs no handle; who awaits is handed one and opens none.
  for (const [, isAsync, name, first] of text.matchAll(
    /export (async )?function (\w+)(?:<[^(]*>)?\(\s*(\w+)/g,
  ))
    if (first !== "on" && (isAsync || first !== "caller"))
      faults.push(`${path}: ${name} takes ${first} before (on, caller, input)`)
  return faults
}

/** Sign-in and housekeeping act before or without a person; facts and the list follow commands that asked. */
const beforePermission = /^db\/commands\/(sessions|housekeeping|record|cause|account-list)\.ts$/
const permitting: Rule = ({ path, text }) => {
  if (!path.startsWith("db/commands/") || isTest(path) || beforePermission.test(path)) return []
  return text
    .split(/\n(?=export )/)
    .map((part) => part.split("\n}\n")[0] ?? "")
    .filter(
      (part) =>
        /^export async function \w+\([^)]*\bcaller\b/.test(part) &&
        /\.(insert|update|delete)\(|insert into|delete from|update \w+ set/.test(part) &&
        !/assertCan\(/.test(part),
    )
    .map((part) => `${path}: ${/function (\w+)/.exec(part)?.[1]} does not ask for a permission`)
}

/** The demo knows why its customers leave: nothing that serves the product may look there. */
const mayNotKnow = /^(app|components|lib\/(?!demo\/)[^/]+|db\/(?!seed\/)[^/]+)\//
const ignorance: Rule = (source) =>
  mayNotKnow.test(source.path) && !isTest(source.path)
    ? importsOf(source)
        .filter((imported) => imported.startsWith("lib/demo/"))
        .map((imported) => `${source.path} may not know ${imported}`)
    : []

const doors: Rule = ({ path, text }) => {
  if (!path.startsWith("app/") || !/^["']use server["']/m.test(text)) return []
  return text
    .split(/\n(?=export )/)
    .filter((part) => part.startsWith("export ") && !/= (session)?[aA]ction\(/.test(part))
    .map((part) => `${path}: ${part.slice(0, 60)} is an action without a gate`)
}

const drawers = /(^|\/)(index|utils?|helpers?|misc|common|service|manager)\.tsx?$/
const naming: Rule = ({ path }) => (drawers.test(path) ? [`${path}: the name says nothing`] : [])

const sourced: Rule = ({ path, text }) =>
  path.startsWith("lib/math/") && !isTest(path) && !/Source:/.test(text) ? [`${path} names no source`] : []

const longest = 300
const size: Rule = ({ path, text }) => {
  const lines = text.split("\n").length
  return lines > longest && !isTest(path) ? [`${path} has ${lines} lines`] : []
}

const rules: readonly Rule[] = [
  directions,
  purity,
  fetching,
  minting,
  handles,
  permitting,
  ignorance,
  doors,
  naming,
  sourced,
  size,
]

/** Every fault of the given files, cycles between the folders of lib included. */
export function faultsOf(sources: readonly Source[]): string[] {
  return [...sources.flatMap((source) => rules.flatMap((rule) => rule(source))), ...cycles(sources)]
}

function cycles(sources: readonly Source[]): string[] {
  const room = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1]
  const edges = new Map<string, Set<string>>()
  for (const source of sources.filter(({ path }) => isPure(path) && !isTest(path))) {
    const from = room(source.path)
    for (const to of importsOf(source).map(room))
      if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
  }
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
    [...(edges.get(from) ?? [])].some((next) => {
      if (next === wanted) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, wanted, seen)
    })
  return [...edges.keys()]
    .filter((from) => reaches(from, from))
    .map((from) => `lib/${from} is part of a cycle`)
}
