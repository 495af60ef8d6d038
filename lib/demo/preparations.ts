import type { Mood } from "./notes.ts"

type Lines = readonly [string, ...string[]]

/** What an owner sees before a talk and means to do about it; no names, because notes are not sealed. */
export const preparations: Readonly<Record<Mood, { readonly seen: Lines; readonly plan: Lines }>> = {
  calm: {
    seen: [
      "Nothing burns here. Licence use is steady and no ticket is open for long.",
      "Good quarter: the goals of their plan are in reach.",
      "Quiet account, and it should stay one.",
    ],
    plan: [
      "Ask for a reference while the mood is good.",
      "Use the talk to look a year ahead.",
      "Show what came new since the last review, nothing more.",
    ],
  },
  growing: {
    seen: [
      "Usage is above what they pay for. This is the moment to talk about seats.",
      "A second department wants in, without our asking.",
      "The champion's new area would double the account.",
    ],
    plan: [
      "Bring the price of the next step, with the benefit in their own figures.",
      "Check open tickets first: no offer while one hurts.",
      "Plan the roll-out before the contract, so that it holds.",
    ],
  },
  uneasy: {
    seen: [
      "Usage has fallen for weeks. Two teams hardly sign in any more.",
      "Licence use is well below what it was at the last review.",
      "They use few features and ask for less than before.",
      "Sessions drop each week since their reorganisation.",
    ],
    plan: [
      "Find out which process has moved away, then offer training for that one.",
      "Do not sell anything. Listen, and agree on one goal that can be measured.",
      "If usage is not back in four weeks, raise it with the director.",
      "Ask who decides now, and whether the old goals still count.",
    ],
  },
  sponsor_gone: {
    seen: [
      "The sponsor has left and nobody carries us upwards.",
      "Still no successor of the sponsor named. The renewal has no owner on their side.",
      "The new head of the area does not know why they bought us.",
      "Champion alone cannot hold this. We need a name above.",
    ],
    plan: [
      "Ask for an introduction, with a page of results that can be passed on.",
      "Our director writes to theirs this week.",
      "Win the champion for a short meeting with the new lead.",
      "Map who gains from us, department by department.",
    ],
  },
  unpaid: {
    seen: [
      "The invoice is more than three weeks late, though usage is fine.",
      "Billing has sent the second reminder. It is paperwork, not displeasure.",
      "Purchase order was reissued; ours waits in the wrong inbox.",
    ],
    plan: [
      "Get the name of the person who pays, and copy our finance.",
      "Keep it out of the product talk; one call with finance.",
      "Say the date by which access is at stake, once and plainly.",
    ],
  },
  incident: {
    seen: [
      "They were hit by the incident and heard of it from their own users.",
      "First talk after the outage. Expect questions about what we changed.",
      "Wrong figures reached their management because of us.",
    ],
    plan: [
      "Bring the report, begin with the apology, end with dates.",
      "Ask engineering to join for ten minutes.",
      "Agree how they hear of the next one before their users do.",
    ],
  },
  slow_answers: {
    seen: [
      "Tickets wait for days. The oldest one is known to their management.",
      "Support is behind on this account, and they have noticed.",
      "CSAT has fallen with the answers getting slower.",
    ],
    plan: [
      "Take the two oldest tickets to the specialists before the talk.",
      "Offer a weekly list until the queue is short again.",
      "Do not promise hours that the team cannot hold.",
    ],
  },
  starting: {
    seen: [
      "Set-up is on plan, the second team is next.",
      "They are behind their own plan because nobody has time for the data.",
      "First users are in; the reports they were promised are not.",
    ],
    plan: [
      "Fix the date of first value and who must act until then.",
      "Bring the specialist: single sign-on has been open too long.",
      "Show one report with their own data, not the demo.",
    ],
  },
  renewal: {
    seen: [
      "The term ends soon and the benefit is not yet in figures.",
      "Procurement joins for the first time. Expect a question about the price.",
      "Sponsor is for us, finance has not said.",
    ],
    plan: [
      "Collect results of the term before any talk about terms.",
      "Offer the second year first, the discount never.",
      "Have the draft ready the week before the notice day.",
    ],
  },
  leaving: {
    seen: [
      "Notice is given. What is left is a good end and the reason.",
      "They leave at the end of the term. The sponsor did not defend us.",
      "The decision stands, the tone is friendly.",
    ],
    plan: [
      "Ask three questions for the review of lost accounts.",
      "Offer the export early, it keeps the door open.",
      "Put a date in half a year to call again.",
    ],
  },
}
