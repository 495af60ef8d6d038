import { roleNames } from "../access/roles.ts"
import { type EventPayload, type EventType, eventPayloads } from "../events/schema.ts"
import { formatCount } from "../format/plural.ts"

type Words<Type extends EventType> = {
  /** What happened, for a list of all kinds: "Health model published". */
  readonly title: string
  /** The same with its particulars; without it the title says all. */
  readonly detail?: (payload: EventPayload<Type>, dayWord: DayWord) => string
}

/** How a calendar day, `YYYY-MM-DD`, is written: as in the rest of a page, or as it is. */
type DayWord = (day: string) => string

const file = ({ kind, fileName }: { kind: string; fileName: string }) => `${fileName} (${kind})`
const versioned = ({ name, version }: { name: string; version: number }) => `${name}, version ${version}`
const ofView = ({ page, scope }: { page: string; scope: string }) => `${scope} view of ${page}`

/** Whoever adds a type says here what it is called; a test names those that are missing. */
export const eventWords: { readonly [Type in EventType]?: Words<Type> } = {
  "workspace.created": { title: "Workspace made", detail: ({ kind }) => `kind ${kind}` },
  "import.finished": {
    title: "Import written",
    detail: (told) =>
      `${file(told)}: ${told.created} new, ${told.updated} changed, ${told.skipped} left as is`,
  },
  "import.refused": {
    title: "Import refused",
    detail: (told) => `${file(told)}: ${formatCount(told.problems, "problem")}`,
  },
  "import.failed": { title: "Import failed", detail: file },
  "import.undone": {
    title: "Import undone",
    detail: (told) => `${file(told)}: ${told.takenBack} taken back, ${told.leftAlone} left alone`,
  },
  "accounts.written": {
    title: "Accounts written",
    detail: ({ created, updated }) => `${created} new, ${updated} changed`,
  },
  "accounts.owner_assigned": {
    title: "Owner of accounts set",
    detail: ({ before }) => formatCount(before.length, "account"),
  },
  "accounts.owner_restored": {
    title: "Owner of accounts put back",
    detail: ({ restored, leftAlone }) =>
      `${formatCount(restored, "account")} put back, ${leftAlone} left alone`,
  },
  "signals.received": {
    title: "Readings received",
    detail: ({ count, source }) => `${formatCount(count, "reading")} from ${source}`,
  },
  "people.written": {
    title: "People written",
    detail: ({ count }) => formatCount(count, "person", "people"),
  },
  "person.changed": { title: "Person changed" },
  "skill.level_set": { title: "Skill level set", detail: ({ skill }) => skill },
  "member.changed": { title: "Login changed" },
  "access.requested": { title: "Access asked for", detail: ({ permission }) => permission },
  "access.declined": { title: "Access declined", detail: ({ permission }) => permission },
  "access.reopened": { title: "Request for access waits again", detail: ({ permission }) => permission },
  "sessions.ended": { title: "Sessions ended", detail: ({ count }) => formatCount(count, "session") },
  "success_profile.versioned": { title: "Success profile: new version", detail: versioned },
  "contracts.written": {
    title: "Contracts written",
    detail: ({ count }) => formatCount(count, "contract"),
  },
  "contacts.written": { title: "Contacts written", detail: ({ count }) => formatCount(count, "contact") },
  "touchpoints.recorded": {
    title: "Touchpoints recorded",
    detail: ({ count }) => formatCount(count, "touchpoint"),
  },
  "arr.moved": { title: "ARR moved", detail: ({ count }) => formatCount(count, "movement") },
  "health.model_drafted": { title: "Health model drafted", detail: versioned },
  "health.model_published": { title: "Health model published", detail: versioned },
  "health.rescored": {
    title: "Accounts scored",
    detail: ({ accounts, changedBand, day }, dayWord) =>
      `${formatCount(accounts, "account")} for ${dayWord(day)}, ${changedBand} changed band`,
  },
  "health.override_set": {
    title: "Own score set",
    detail: ({ value, expiresAt }, dayWord) => `${value} of 100, until ${dayWord(expiresAt.slice(0, 10))}`,
  },
  "health.override_ended": { title: "Own score ended", detail: ({ why }) => why },
  "note.written": { title: "Note written" },
  "note.edited": { title: "Note edited" },
  "note.removed": { title: "Note removed" },
  "note.restored": { title: "Note brought back" },
  "today.put_away": {
    title: "Matter of the day put away",
    detail: ({ kind, untilDay }, dayWord) =>
      untilDay === null ? `${kind}, done` : `${kind}, until ${dayWord(untilDay)}`,
  },
  "today.brought_back": { title: "Matter of the day brought back", detail: ({ kind }) => kind },
  "view.saved": { title: "View saved", detail: ofView },
  "view.rewritten": { title: "View saved again", detail: ofView },
  "view.renamed": { title: "View renamed", detail: ofView },
  "view.removed": { title: "View removed", detail: ofView },
  "view.frozen": { title: "Page kept as it was", detail: ({ page }) => page },
  "view.restored": { title: "View brought back", detail: ofView },
  "api_client.created": {
    title: "API client made",
    detail: ({ name, scopes }) => `${name}: ${scopes.join(", ")}`,
  },
  "api_client.revoked": { title: "API client revoked", detail: ({ name }) => name },
  "quality.standard_set": {
    title: "Quality standard set",
    detail: ({ field, dimension, atLeast }) =>
      `${field}, ${dimension}: at least ${Math.round(atLeast * 1000) / 10} %`,
  },
  "quality.standard_removed": {
    title: "Quality standard removed",
    detail: ({ field, dimension }) => `${field}, ${dimension}`,
  },
  "quality.measured": {
    title: "Data quality measured",
    detail: ({ standards, notMet }) => `${formatCount(standards, "standard")}, ${notMet} not met`,
  },
  "source.terms_set": {
    title: "Promise of a source set",
    detail: ({ source, promiseHours }) =>
      promiseHours === null
        ? `${source}: guessed from its rhythm`
        : `${source}: within ${formatCount(promiseHours, "hour")}`,
  },
  "job.asked": { title: "Job asked for", detail: ({ name }) => name },
  "job.retried": { title: "Job tried again", detail: ({ name }) => name },
}

const isKnown = (type: string): type is EventType => Object.hasOwn(eventPayloads, type)

/** The name of a kind of fact; one without words is told by its type: "Case Closed". */
export function eventTitle(type: string): string {
  const known = isKnown(type) ? eventWords[type] : undefined
  const plain = type.replace(/[._]+/g, " ")
  return known?.title ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`
}

/** The particulars of a fact; null when its title says all, or its payload is of a form that is not known. */
export function eventDetail(type: string, payload: unknown, dayWord: DayWord = (day) => day): string | null {
  if (!isKnown(type)) return null
  const read = eventPayloads[type].safeParse(payload)
  const words: Words<EventType> | undefined = eventWords[type]
  return read.success && words?.detail ? words.detail(read.data, dayWord) : null
}

export const roleWord = (role: string): string =>
  (roleNames as Readonly<Record<string, string>>)[role] ?? role
