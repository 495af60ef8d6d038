import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "#e2e/installation.ts"

export type Route = {
  /** `/accounts/[slug]`, and for endpoints the method before it: `GET /api/stream`. */
  readonly key: string
  readonly pattern: string
  readonly kind: "page" | "endpoint"
  readonly method: string
  readonly file: string
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

/** Every page and endpoint on disk, so that none can be forgotten. */
export function routesOnDisk(clone = root): Route[] {
  return filesBelow(join(clone, "app")).flatMap((file): Route[] => {
    const match = /^(.*?)\/?(page\.tsx|route\.ts)$/.exec(file)
    if (!match) return []
    const segments = (match[1] ?? "").split("/").filter((part) => part && !/^\(.*\)$/.test(part))
    const pattern = `/${segments.join("/")}`
    if (match[2] === "page.tsx") return [{ key: pattern, pattern, kind: "page", method: "GET", file }]
    const source = readFileSync(join(clone, "app", file), "utf8")
    return methods
      .filter((method) => exports(source, method))
      .map((method) => ({ key: `${method} ${pattern}`, pattern, kind: "endpoint", method, file }))
  })
}

const exports = (source: string, name: string): boolean =>
  new RegExp(`export\\s+(async\\s+function|function|const)\\s+${name}\\b`).test(source) ||
  [...source.matchAll(/export\s*\{([^}]*)\}/g)].some(([, names]) =>
    names?.split(",").some((each) => each.trim() === name || each.trim().endsWith(` as ${name}`)),
  )

function filesBelow(folder: string, inside = ""): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .flatMap((entry) => {
      const path = inside ? `${inside}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesBelow(folder, path) : [path]
    })
    .toSorted()
}

export type ServerAction = { readonly id: string; readonly key: string; readonly page: string }

type Manifest = Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>

/** Every server action that the build made reachable, with a page that carries it. */
export function serverActions(clone = root): ServerAction[] {
  const text = readFileSync(join(clone, ".next/server/server-reference-manifest.json"), "utf8")
  const { node, edge } = JSON.parse(text) as { node: Manifest; edge: Manifest }
  return Object.entries({ ...node, ...edge }).map(([id, { workers, filename, exportedName }]) => {
    const worker = Object.keys(workers)[0] ?? ""
    const segments = worker.split("/").slice(1, -1)
    const page = `/${segments.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`
    const file = filename.slice(filename.indexOf("app/"))
    return { id, key: `${file}#${exportedName}`, page }
  })
}
