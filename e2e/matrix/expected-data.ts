import type { ExpectedAction, ExpectedRoute } from "./expected.ts"

/** The lines of the pages about data and jobs. */
export const dataRoutes: Readonly<Record<string, ExpectedRoute>> = {
  "/data": { for: "data.read", path: () => "/data", showsCanary: true },
  "/data/sources/[key]": {
    for: "data.read",
    path: ({ quality }) => `/data/sources/${quality.sourceKey}`,
    showsCanary: true,
  },
  "/data/standards/[id]": {
    for: "data.read",
    path: ({ quality }) => `/data/standards/${quality.standardId}`,
    showsCanary: true,
  },
  "/data/standards/new": { for: "data.write", path: () => "/data/standards/new", showsCanary: true },
  "/jobs": { for: "job.manage", path: () => "/jobs", showsCanary: true },
  "GET /api/v1/cs-ops/sources": {
    for: "data.read",
    path: () => "/api/v1/cs-ops/sources",
    showsCanary: true,
  },
  "GET /api/v1/cs-ops/quality": {
    for: "data.read",
    path: () => "/api/v1/cs-ops/quality",
    showsCanary: true,
  },
}

const contentType = "text/plain;charset=UTF-8"

export const newStandard = (ownerId: string) =>
  JSON.stringify([
    {
      field: "account.domain",
      dimension: "completeness",
      atLeast: 0.4,
      withinDays: null,
      ownerId,
      reason: "Asked for by the matrix of permissions.",
    },
  ])

export const termsOf = (source: string, ownerId: string) =>
  JSON.stringify([{ source, promiseHours: 48, ownerId }])

export const removalOf = (id: string) => JSON.stringify([{ id }])

let asked = 0

export const dataActions: Readonly<Record<string, ExpectedAction>> = {
  "app/(desk)/data/actions.ts#setQualityStandard": {
    for: "data.write",
    contentType,
    body: ({ quality }) => newStandard(quality.ownerId),
  },
  "app/(desk)/data/actions.ts#removeQualityStandard": {
    for: "data.write",
    contentType,
    // Another one each time: what is removed already changes nothing for the next who may.
    body: ({ quality }) => removalOf(quality.others[asked++ % quality.others.length] ?? ""),
  },
  "app/(desk)/data/actions.ts#setTermsOfSource": {
    for: "data.write",
    contentType,
    body: ({ quality }) => termsOf(quality.sourceKey, quality.ownerId),
  },
  "app/(desk)/data/actions.ts#measureNow": { for: "data.write", contentType, body: () => "[{}]" },
  "app/(desk)/jobs/actions.ts#runJob": {
    for: "job.manage",
    contentType,
    body: () => JSON.stringify([{ name: "keep-house" }]),
  },
  "app/(desk)/jobs/actions.ts#retryRun": {
    for: "job.manage",
    contentType,
    body: ({ failedRun }) => JSON.stringify([{ name: "keep-house", jobId: failedRun }]),
  },
}
