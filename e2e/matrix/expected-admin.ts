import { newId } from "#lib/platform/new-id.ts"
import type { ExpectedAction, ExpectedRoute } from "./expected.ts"

/** The lines of the pages of Admin. */
export const adminRoutes: Readonly<Record<string, ExpectedRoute>> = {
  "/admin": { for: "account.read", path: () => "/admin", showsCanary: false },
  "/admin/people": { for: "people.write", path: () => "/admin/people", showsCanary: true },
  "/admin/success-profiles": {
    for: "account.read",
    path: () => "/admin/success-profiles",
    showsCanary: "health.model.write",
  },
  "/admin/health-model": {
    for: "health.model.write",
    path: () => "/admin/health-model",
    showsCanary: false,
  },
  "/admin/sessions": { for: "account.read", path: () => "/admin/sessions", showsCanary: false },
  "/admin/audit": { for: "audit.read", path: () => "/admin/audit", showsCanary: true },
  "GET /admin/audit/csv": { for: "audit.read", path: () => "/admin/audit/csv", showsCanary: true },
}

const contentType = "text/plain;charset=UTF-8"
const argument = (input: unknown): string => JSON.stringify([input])

let asked = 0
/** Another one each time: what is changed already changes nothing for the next who may. */
const next = <Value>(all: readonly Value[]): Value | undefined => all[asked++ % all.length]

const person = { position: "Data Steward", teamId: null, managerId: null, fte: 1 }

export const memberChange = (loginId: string | undefined) =>
  argument({
    loginId,
    seen: { role: "viewer", isDisabled: false },
    wanted: { role: "process_engineer", isDisabled: false },
  })
export const staffChange = (personId: string | undefined) =>
  argument({ personId, seen: person, wanted: { ...person, fte: 0.8 } })
export const levelOf = (personId: string | undefined, skillId: string | undefined) =>
  argument({ personId, skillId, seen: 0, level: 3 })
export const endingOf = (sessionId: string | undefined) => argument({ sessionIds: [sessionId] })
export const draftOf = (modelId: string, draft: unknown) => argument({ modelId, draft })
export const publishingOf = (draft: { readonly draftId: string; readonly proof: string } | undefined) =>
  argument({ ...draft, reason: "Asked for by the matrix of permissions." })

export const answerOf = (requestId: string | undefined) => argument({ requestId, isDeclined: true })

export const adminActions: Readonly<Record<string, ExpectedAction>> = {
  "app/(desk)/admin/actions.ts#changeLogin": {
    for: "member.write",
    contentType,
    body: ({ admin }) => memberChange(next(admin.loginIds)),
  },
  "app/(desk)/access-actions.ts#askForPermission": {
    for: "access.request",
    contentType,
    body: () => argument({ permission: "import.write" }),
  },
  "app/(desk)/access-actions.ts#answerRequest": {
    for: "member.write",
    contentType,
    body: ({ admin }) => answerOf(next(admin.requestIds)),
  },
  "app/(desk)/admin/actions.ts#changeStaff": {
    for: "people.write",
    contentType,
    body: ({ admin }) => staffChange(next(admin.personIds)),
  },
  "app/(desk)/admin/actions.ts#setLevel": {
    for: "people.write",
    contentType,
    body: ({ admin }) => levelOf(admin.personIds[0], next(admin.skillIds)),
  },
  "app/(desk)/admin/actions.ts#endOpenSessions": {
    for: null,
    contentType,
    body: ({ admin }) => endingOf(next(admin.sessionIds)),
  },
  "app/(desk)/admin/actions.ts#addProfile": {
    for: "health.model.write",
    contentType,
    body: () =>
      argument({
        name: `Profile ${newId()}`,
        seenVersion: 0,
        segment: null,
        goals: ["First value in 30 days"],
        skills: [],
        language: null,
        cadenceDays: 30,
        effortHoursPerMonth: 4,
      }),
  },
  "app/(desk)/admin/health-model/actions.ts#draftModel": {
    for: "health.model.write",
    contentType,
    body: ({ admin }) => draftOf(admin.modelId, admin.draft),
  },
  "app/(desk)/admin/health-model/actions.ts#publishModelDraft": {
    for: "health.model.write",
    contentType,
    body: ({ admin }) => publishingOf(next(admin.drafts)),
  },
}
