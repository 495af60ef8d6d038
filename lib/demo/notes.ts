import type { Random } from "./random.ts"

type Notes = readonly [string, ...string[]]
type Talk = { readonly said: Notes; readonly agreed: Notes }

const moods = [
  "calm",
  "growing",
  "uneasy",
  "sponsor_gone",
  "unpaid",
  "incident",
  "slow_answers",
  "starting",
  "renewal",
  "leaving",
] as const
export type Mood = (typeof moods)[number]

/** What was said and agreed, in the words of somebody in a hurry; no names, because notes are not sealed. */
const talks: Readonly<Record<Mood, Talk>> = {
  calm: {
    said: [
      "Walked through the new reports; the team uses them for its Monday meeting.",
      "Adoption on plan; champion will present results to the board.",
      "Reviewed goals of the quarter: three of four reached.",
      "Showed the mobile view to shift leads. Good questions, no blockers.",
      "Happy with support, the last two tickets were closed within the day.",
      "Approvals now run through the product instead of e-mail.",
      "They trained four new starters themselves with our material.",
      "Dashboard is on the wall screen of the control room.",
    ],
    agreed: [
      "No open topics.",
      "Agreed to look at automation of approvals next time.",
      "Sent the release notes on integrations.",
      "They will name a second administrator.",
      "Next review with figures of the quarter.",
      "Asked them for a reference; they will think about it.",
    ],
  },
  growing: {
    said: [
      "Two departments asked for seats.",
      "The new site went live last week, everybody signed in on the first day.",
      "Their finance team wants the analytics package after seeing the demo.",
      "Roll-out to the second region is done, usage is above what we planned.",
      "Champion was promoted and takes the product along into the new area.",
    ],
    agreed: [
      "Sent the price for the next step.",
      "Set up a session with their data team.",
      "Joint plan for the next ninety days is written.",
      "They want the quarterly review with both heads of department.",
    ],
  },
  uneasy: {
    said: [
      "Usage is down since the reorganisation. Two teams went back to spreadsheets.",
      "Third complaint about the export.",
      "Champion says the new head of department questions the cost.",
      "Meeting cut short.",
      "Several users were never trained.",
      "They compare us with a cheaper tool.",
      "The process that we support was moved to another department.",
    ],
    agreed: [
      "They will come back with a list of open issues.",
      "Offered a training session, no answer so far.",
      "Promised a date for the fix by Friday.",
      "Asked whether they can reduce seats at renewal.",
      "Proposed a workshop on goals; waiting for a date.",
      "Will check with product what can be done this quarter.",
    ],
  },
  sponsor_gone: {
    said: [
      "Our sponsor has left. The successor is not named.",
      "Asked again for an introduction to the new head of operations.",
      "Champion keeps things running but cannot decide on the renewal.",
      "Decision maker is friendly but busy; knows little of what we do.",
    ],
    agreed: [
      "No date yet.",
      "Sent a one-page summary of results for whoever takes over.",
      "Champion will ask for ten minutes in the next leadership meeting.",
      "Our director will write to theirs.",
    ],
  },
  unpaid: {
    said: [
      "Invoice is disputed: the purchase order changed hands.",
      "Product is used every day, yet accounts payable does not answer.",
      "Payment promised again.",
      "They want the invoice split by cost centre.",
    ],
    agreed: [
      "Finance sends a corrected copy.",
      "Escalated to their finance director.",
      "Told them that access is at stake from day 75 on.",
      "Call with both finance teams next week.",
    ],
  },
  incident: {
    said: [
      "Most of the call went to last week's outage.",
      "They lost half a day and want to know why nobody told them.",
      "Wrong figures had already gone to their board.",
      "Calm about the incident itself, annoyed about our status page.",
    ],
    agreed: [
      "Sent the incident report and apologised.",
      "Promised a call with engineering.",
      "They ask for a credit note; passed on.",
      "Will be told first by phone next time.",
    ],
  },
  slow_answers: {
    said: [
      "Two tickets waited for days before anybody answered.",
      "They ask why support has become so slow.",
      "Users have stopped opening tickets and call us directly.",
      "A question about permissions was answered after a week.",
    ],
    agreed: [
      "Raised it with the head of support.",
      "Took the oldest ticket to the specialists myself.",
      "Agreed on a weekly list of open tickets.",
      "Promised to report back within two days.",
    ],
  },
  starting: {
    said: [
      "Kick-off: goals, people and dates agreed.",
      "Data import done, single sign-on is open on their side.",
      "First team trained. Good mood, many questions about permissions.",
      "First report built by the champion without help.",
      "They are a week behind because of their year-end closing.",
    ],
    agreed: [
      "First value wanted within eight weeks.",
      "Second team starts next week.",
      "They name an owner for each process.",
      "Sent the checklist for go-live.",
    ],
  },
  renewal: {
    said: [
      "Renewal came up: they want to keep the terms.",
      "Procurement asks for three years at a lower price.",
      "Sponsor is for renewing, finance wants to see the benefit in figures.",
      "They count seats before they sign again.",
    ],
    agreed: [
      "Draft goes out this week.",
      "Collect results of the term for their finance director.",
      "Decision by the end of the month.",
      "Answer on seats after their planning round.",
    ],
  },
  leaving: {
    said: [
      "Notice is given. They move to a tool of their parent company.",
      "Notice is given. Reason: too little used for the price.",
      "They will not go on after the term; support was the last straw.",
      "The decision to leave stands. Friendly talk about what went wrong.",
    ],
    agreed: [
      "Export of their data agreed.",
      "Asked for a last talk with the sponsor; no promise.",
      "Access stays open until the end of the term.",
      "We may call again in half a year.",
    ],
  },
}

export function noteOf(mood: Mood, random: Random): string {
  const { said, agreed } = talks[mood]
  return `${random.pick(said)} ${random.pick(agreed)}`
}

/** What a talk was about, by the words that it was told with; null for words that are none of ours. */
export const moodOfTalk = (note: string): Mood | null =>
  moods.find((mood) => talks[mood].said.some((line) => note.startsWith(line))) ?? null
