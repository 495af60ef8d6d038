import { jobFunctions } from "#lib/people/schema.ts"
import { field, type KindSpec } from "../field-spec.ts"
import { nameParts } from "./name-parts.ts"

export const peopleKind: KindSpec = {
  kind: "people",
  label: "People",
  oneRow: "one person of your team per row",
  others: "ignored",
  joined: { name: nameParts.map(({ key }) => key) },
  identity: [["externalId"], ["name"]],
  fields: [
    field(
      "externalId",
      "Person id",
      "text",
      ["person id, employee id, external id, staff id, employee number, personnel number", "id, email"],
      { longest: 200 },
    ),
    field("name", "Name", "text", ["name, full name, person, employee, employee name", "team member, csm"], {
      isRequired: true,
      longest: 200,
    }),
    ...nameParts,
    field("position", "Position", "text", ["position, job title, title, role"], { longest: 200 }),
    field("jobFunction", "Function", "choice", ["function, job function, department, area"], {
      choices: jobFunctions,
      synonyms: {
        customersuccess: "cs",
        customersupport: "support",
        technicalsupport: "support",
        ops: "operations",
        csops: "operations",
        customersuccessoperations: "operations",
      },
    }),
    field("manager", "Manager", "person", ["manager, manager id, reports to, lead, supervisor"]),
    field("team", "Team", "text", ["team, team name, group"], { longest: 200 }),
    field("fte", "Full-time equivalent", "number", ["fte, full time equivalent, workload, share"], {
      range: [0, 1.5],
      expected: "A share of full time such as 0.8",
    }),
    field("timeZone", "Time zone", "text", ["time zone, timezone, tz"], {
      longest: 60,
      expected: "A zone such as Europe/Berlin",
    }),
    field("startedOn", "Started on", "day", ["started on, start date, started, hire date, hired on, joined"]),
    field("endedOn", "Ended on", "day", ["ended on, end date, ended, leaving date, left on"]),
    field("hourlyCost", "Cost of an hour", "money", [
      "hourly cost, cost per hour, hourly rate, cost rate, loaded hourly cost",
    ]),
    field("costValidFrom", "Cost valid from", "day", ["cost valid from, rate valid from, cost from"]),
    field("currency", "Currency", "text", ["currency, currency code"], {
      longest: 3,
      expected: "A code such as EUR",
    }),
  ],
}
