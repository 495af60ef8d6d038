import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { Fate } from "./fate.ts"

type Notes = readonly [string, ...string[]]
export type Mood = "calm" | "uneasy" | "sponsor_gone" | "unpaid" | "starting"

/** What was said, in the words of somebody in a hurry; no names, because notes are not sealed. */
const notes: Readonly<Record<Mood, Notes>> = {
  calm: [
    "Walked through the new reports; the team uses them for its Monday meeting.",
    "Two departments asked for seats. Sent the price for the next step.",
    "No open topics. Agreed to look at automation of approvals next time.",
    "Adoption on plan; champion will present results to the board.",
    "Reviewed goals of the quarter: three of four reached.",
    "Showed the mobile view to shift leads. Good questions, no blockers.",
    "Asked about the roadmap for integrations; sent the release notes.",
    "Happy with support, the last two tickets were closed within the day.",
  ],
  uneasy: [
    "Usage is down since the reorganisation. Two teams went back to spreadsheets.",
    "Third complaint about the export. Opened a ticket with product and promised a date.",
    "Champion says the new head of department questions the cost.",
    "Meeting cut short; they will come back with a list of open issues.",
    "Several users were never trained. Offered a session, no answer so far.",
    "Asked whether they can reduce seats at renewal.",
  ],
  sponsor_gone: [
    "Our sponsor has left. The successor is not named; decision maker is friendly but busy.",
    "Asked twice for an introduction to the new head of operations. No date yet.",
    "Champion keeps things running but cannot decide on the renewal.",
  ],
  unpaid: [
    "Invoice is disputed: purchase order changed hands. Finance sends a corrected copy.",
    "Product is used every day, yet accounts payable does not answer. Escalated to their CFO.",
    "Payment promised again. Told them that access is at stake from day 75 on.",
  ],
  starting: [
    "Kick-off: goals, people and dates agreed. First value wanted within eight weeks.",
    "Data import done, single sign-on is open on their side.",
    "First team trained. Good mood, many questions about permissions.",
    "Second team starts next week; first report built by the champion without help.",
  ],
}

/** The first steps with a new account are told once, in their order; after them it is spoken with as any other. */
export function noteOf(mood: Mood, turn: number): string {
  const list = mood === "starting" && turn >= notes.starting.length ? notes.calm : notes[mood]
  return list[turn % list.length] ?? ""
}

export function moodOf(fate: Fate, wellbeing: number, daysAgo: number): Mood {
  if (fate === "sponsor_left" && daysAgo <= 38) return "sponsor_gone"
  if (fate === "overdue" && daysAgo <= 60) return "unpaid"
  if (fate === "onboarding" || fate === "thin" || fate === "silent") return "starting"
  return wellbeing >= 0.6 ? "calm" : "uneasy"
}

export const usualTypes: readonly [TouchpointType, ...TouchpointType[]] = ["call", "meeting", "email", "call"]
