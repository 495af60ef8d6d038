import { expect, test } from "vitest"
import { tableHashes } from "#db/testing/import-world.ts"
import { testWorkspace } from "#db/testing/workspace.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"

process.env.CSOPS_MASTER_KEY ??= Buffer.alloc(32, 7).toString("base64")

type Files = readonly (readonly [ImportKind, string])[]

const first: Files = [
  [
    "people",
    "id,name,position,function,team,manager,hourly cost\np1,Ann Lee,CSM,cs,North,p2,80\np2,Bo Ek,Lead,cs,North,,95\n",
  ],
  [
    "skills",
    "person,skill,level,assessed on\nAnn Lee,Value reviews,3,2026-10-01\np2,Value reviews,5,2026-10-01\n",
  ],
  [
    "accounts",
    "customer_id,name,domain,owner,parent,ARR,Renewal date,NPS\n1,Acme,acme.com,Ann Lee,,12000,2026-12-31,9\n2,Beta,beta.io,p2,1,,2027-06-30,4\n3,Gamma,,,,0,,7\n",
  ],
  [
    "contracts",
    "contract id,account,start,end,product,quantity,list price,price\nc1,acme.com,2026-01-01,2026-12-31,Suite,10,100,90\nc1,1,2026-01-01,2026-12-31,Support,1,50,50\n,Beta,2026-07-01,2027-06-30,,,,\n",
  ],
  ["movements", "account,date,kind,amount\nbeta,2025-01-01,new,10000\nbeta,2025-02-01,expansion,500\n"],
  [
    "contacts",
    "account,name,email,role,relationship owner\n1,Zoë Mann,zoe@acme.com,champion,Ann Lee\n2,Li Wu,,sponsor,\n",
  ],
  [
    "touchpoints",
    "account,when,type,person,note\n1,2026-10-02 09:30,call,Ann Lee,Went well\n2,2026-10-03 10:00,meeting,,\n",
  ],
  [
    "signals",
    "account,measure,day,value\n1,Logins,2026-11-01,5\n1,Logins,2026-11-02,6\nacme.com,Logins,2026-11-03,7\n2,Logins,2026-11-01,3\n",
  ],
]

const second: Files = [
  [
    "people",
    "id,name,position,function,team,manager,hourly cost\np1,Ann Lee,Senior CSM,cs,South,p3,90\np3,Cy Dow,Lead,cs,South,,99\n",
  ],
  [
    "skills",
    "person,skill,level,assessed on\nAnn Lee,Value reviews,4,2026-11-01\nAnn Lee,Renewals,2,2026-11-01\n",
  ],
  [
    "accounts",
    "customer_id,name,domain,owner,parent,ARR,Renewal date,NPS,Seats\n1,Acme Ltd,acme.com,p2,,13000,2027-01-31,8,40\n4,Delta,delta.de,,1,700,2027-05-31,6,7\n",
  ],
  [
    "contracts",
    "contract id,account,start,end,product,quantity,list price,price\nc1,acme.com,2026-01-01,2027-01-31,Suite,12,100,90\nc9,3,2026-03-01,2027-02-28,Portal,1,10,10\n",
  ],
  ["movements", "account,date,kind,amount\n1,2025-06-01,expansion,200\nbeta,2025-01-01,new,10000\n"],
  [
    "contacts",
    "account,name,email,role,relationship owner\n1,Zoë Mann-Ek,zoe@acme.com,sponsor,p2\n3,Ed Fo,ed@gamma.org,user,\n",
  ],
  [
    "touchpoints",
    "account,when,type,person,note\n1,2026-10-02 09:30,call,p2,Went very well\n3,2026-10-05 08:00,email,,Hello\n",
  ],
  [
    "signals",
    "account,measure,day,value\n1,Logins,2026-11-01,50\n1,Logins,2026-11-02,6\n2,Logins,2026-11-09,4\n2,Minutes,2026-11-09,44\n3,Logins,2026-11-01,\n",
  ],
]

const slow = { timeout: 180_000 }

test(
  "files of every kind arrive, the same again change nothing, and an undo leaves every byte as it was",
  slow,
  async () => {
    const { caller } = await testWorkspace()
    for (const [kind, text] of first) {
      const { outcome } = await load(caller, { kind, text })
      expect({ kind, ...outcome }).toMatchObject({ updated: 0, skipped: 0, rejected: 0 })
      expect(outcome.created, kind).toBeGreaterThan(1)
    }
    const standing = await tableHashes(caller)
    for (const [kind, text] of first) {
      const { outcome } = await load(caller, { kind, text })
      expect({ kind, ...outcome }).toMatchObject({ created: 0, updated: 0, signals: 0 })
    }
    expect(await tableHashes(caller)).toEqual(standing)
    for (const [kind, text] of second) {
      const before = await tableHashes(caller)
      const { runId, outcome } = await load(caller, { kind, text })
      expect(outcome.created, kind).toBeGreaterThan(0)
      if (kind !== "movements") expect(outcome.updated, kind).toBeGreaterThan(0)
      expect(await tableHashes(caller), kind).not.toEqual(before)
      const { takenBack, leftAlone } = await undoImport(caller, runId)
      expect(leftAlone, kind).toBe(0)
      expect(takenBack, kind).toBeGreaterThan(0)
      expect(await tableHashes(caller), kind).toEqual(before)
    }
  },
)
