import { type ColumnProfile, observe } from "#lib/imports/column-profile.ts"
import { profilesOf } from "#lib/imports/decide-plan.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import { type ColumnMap, mapColumns } from "#lib/imports/map-columns.ts"
import { NamedMeasures } from "#lib/imports/named-measures.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import type { OpenFile } from "./open-file.ts"

export type ProfiledFile = {
  readonly map: ColumnMap
  readonly profiles: readonly ColumnProfile[]
  readonly named: NamedMeasures
  /** The first different filled cells of each column. */
  readonly samples: readonly (readonly string[])[]
  readonly rows: number
  /** Whether all rows were seen. */
  readonly isWhole: boolean
}

const samplesPerColumn = 5
const mostObserved = 20_000

type Given = { readonly kind: ImportKind; readonly settings: ImportSettings; readonly mostRows: number }

/** Reads a file's header and its first rows to learn what its columns hold. Memory does not grow with the rows. */
export async function profileFile(
  file: OpenFile,
  { kind, settings, mostRows }: Given,
): Promise<ProfiledFile> {
  const spec = kindSpecs[kind]
  let map: ColumnMap | undefined
  let profiles: ColumnProfile[] = []
  const named = new NamedMeasures()
  const samples: string[][] = []
  // The columns of a long file are few and alike in all rows; only what it measures may come late.
  const observed =
    kind === "signals" && Number.isFinite(mostRows) ? Math.min(mostRows, mostObserved) : mostRows
  let rows = 0
  reading: for await (const batch of file.rows())
    for (const { row, cells } of batch) {
      if (!map) {
        map = mapColumns(spec, cells, settings.columns)
        profiles = profilesOf(spec, map)
        for (const _ of cells) samples.push([])
        continue
      }
      if (rows >= mostRows) break reading
      rows += 1
      if (rows <= observed) {
        for (const [index, profile] of profiles.entries()) {
          const cell = cells[index] ?? ""
          if (cell === "") continue
          // A text that is read in one way only has nothing to be found out.
          if (profile.unread.size > 0) observe(profile, cell, row)
          const shown = samples[index]!
          if (shown.length < samplesPerColumn && !shown.includes(cell)) shown.push(cell)
        }
      }
      if (map.shape === "long") {
        const name = cells[map.fields.get("measureName")!.index] ?? ""
        named.observe(name, cells[map.fields.get("value")?.index ?? -1] ?? "")
      }
    }
  if (!map)
    throw new UnreadableFile("The file holds no text", { fix: "Export it again with its header and rows" })
  return {
    map,
    profiles,
    named,
    samples,
    rows,
    isWhole: rows < Math.min(mostRows, observed),
  }
}
