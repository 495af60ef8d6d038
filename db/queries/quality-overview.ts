import type { Caller } from "#lib/access/caller.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { type DescribedSource, describeSource } from "#lib/quality/describe-source.ts"
import { byUrgency, type DescribedStandard, describeStandard } from "#lib/quality/describe-standard.ts"
import { measureFieldKey, type QualityField, qualityFields, recordFields } from "#lib/quality/fields.ts"
import { type Use, usesOf } from "#lib/quality/lineage.ts"
import { isTrusted } from "#lib/quality/source-standing.ts"
import type { Db } from "../client.ts"
import { type DataSource, dataSources, measureSources } from "./data-sources.ts"
import { publishedModels } from "./health.ts"
import { measuresOf } from "./measures.ts"
import { type Standard, standardsOf } from "./quality.ts"

type Asked = { readonly today: string; readonly timeZone: string }

export type SourceOnPage = DataSource & DescribedSource
export type StandardOnPage = Standard & DescribedStandard
export type LineageOnPage = {
  readonly key: string
  readonly label: string
  readonly sources: readonly { readonly key: string; readonly name: string }[]
  readonly models: readonly string[]
  readonly uses: readonly Use[]
}

/** Every source with how it stands; what is not to be trusted first, the latest of it at the top. */
export async function sourcesOverview(
  on: Db,
  caller: Caller,
  { today, timeZone }: Asked,
): Promise<SourceOnPage[]> {
  const sources = await dataSources(on, caller, { today })
  const models = await publishedModels(on, caller)
  const labels = new Map((await measuresOf(on, caller)).map(({ key, label }) => [key, label]))
  const around = { models, labels, now: caller.now, today, timeZone }
  const rows = sources.map((source) => ({ ...source, ...describeSource(source, around) }))
  const rank = ({ standing }: SourceOnPage) => Number(isTrusted(standing) || standing.state === "silent")
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.standing.lateHours - a.standing.lateHours)
}

/** Every standard with how it stands, what fails first; or the one of an id, also when it was removed. */
export async function standardsOverview(
  on: Db,
  caller: Caller,
  { today, only }: { today: string; only?: string },
): Promise<StandardOnPage[]> {
  const standards = await standardsOf(on, caller, { today, ...(only === undefined ? {} : { only }) })
  const models = await publishedModels(on, caller)
  const around = {
    fields: await fieldsOf(on, caller),
    scored: new Set(models.flatMap(({ measures }) => measures.map(({ key }) => key))),
    today,
  }
  return byUrgency(standards.map((standard) => ({ ...standard, ...describeStandard(standard, around) })))
}

/** The fields of the workspace that a standard can be set for. */
export const fieldsOf = async (on: Db, caller: Caller): Promise<readonly QualityField[]> =>
  qualityFields((await measuresOf(on, caller)).filter(({ role }) => role === "input"))

/** Every measure, then every field of records: who tells it, which models score it, which figures show it. */
export async function lineageOverview(
  on: Db,
  caller: Caller,
  { today }: { today: string },
): Promise<LineageOnPage[]> {
  const models = await publishedModels(on, caller)
  const measures = await measureSources(on, caller, { today })
  const scoring = (key: string) => models.filter((model) => model.measures.some((one) => one.key === key))
  return [
    ...measures.map(({ key, label, sources }) => ({
      key: measureFieldKey(key),
      label,
      sources,
      models: scoring(key).map(modelName),
      uses: usesOf(measureFieldKey(key), { isScored: scoring(key).length > 0 }),
    })),
    ...recordFields.map(({ key, label }) => ({
      key,
      label,
      sources: [],
      models: [],
      uses: usesOf(key, { isScored: false }),
    })),
  ]
}

const modelName = ({ name, version }: HealthModel): string => `${name} v${version}`
