import type { Segment } from "#lib/accounts/schema.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"

type Titles = Readonly<Record<ContactRole, readonly [string, ...string[]]>>

export const contactTitles: Readonly<Record<Segment, Titles>> = {
  Enterprise: {
    sponsor: ["Chief Operating Officer", "SVP Operations", "Chief Digital Officer", "Director of Service"],
    champion: ["Head of Process Excellence", "Programme Director", "Head of Customer Operations"],
    decision_maker: ["Chief Financial Officer", "Head of Procurement"],
    user: ["Operations Analyst", "Team Lead, Service Desk"],
    detractor: ["Head of IT Architecture"],
  },
  "Mid-Market": {
    sponsor: ["VP Operations", "Managing Director", "Head of Operations"],
    champion: ["Operations Manager", "Customer Service Manager"],
    decision_maker: ["Finance Director"],
    user: ["Team Lead"],
    detractor: ["IT Manager"],
  },
  SMB: {
    sponsor: ["Owner", "Founder", "General Manager"],
    champion: ["Office Manager", "Shop Manager"],
    decision_maker: ["Co-owner"],
    user: ["Assistant Manager"],
    detractor: ["Bookkeeper"],
  },
}
