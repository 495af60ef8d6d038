"use server"

import { revalidatePath } from "next/cache"
import { z } from "zod"
import { changeMember, endSessions, sessionRefusals } from "#db/commands/members.ts"
import { changePerson, setSkillLevel, skillRefusals } from "#db/commands/person-changes.ts"
import { addProfileVersion } from "#db/commands/success-profiles.ts"
import { roles } from "#lib/access/roles.ts"
import { memberRefusals } from "#lib/people/decide-member-change.ts"
import { personRefusals } from "#lib/people/decide-person-change.ts"
import { personChange, skillChange } from "#lib/people/staff.ts"
import { profileDraft, profileRefusals } from "#lib/people/success-profile.ts"
import { action } from "#lib/server/action.ts"

const lookAgain = () => revalidatePath("/admin", "layout")

const memberState = z.object({ role: z.enum(roles), isDisabled: z.boolean() })

export const changeLogin = action({
  permission: "member.write",
  input: z.object({ loginId: z.uuid(), seen: memberState, wanted: memberState }),
  words: memberRefusals,
  run: changeMember,
  after: lookAgain,
})

export const changeStaff = action({
  permission: "people.write",
  input: personChange,
  words: personRefusals,
  run: changePerson,
  after: lookAgain,
})

export const setLevel = action({
  permission: "people.write",
  input: skillChange,
  words: skillRefusals,
  run: setSkillLevel,
  after: lookAgain,
})

export const endOpenSessions = action({
  permission: "account.read",
  input: z.object({ sessionIds: z.array(z.uuid()).min(1).max(500) }),
  words: sessionRefusals,
  run: endSessions,
  after: lookAgain,
})

export const addProfile = action({
  permission: "health.model.write",
  input: profileDraft,
  words: profileRefusals,
  run: addProfileVersion,
  after: lookAgain,
})
