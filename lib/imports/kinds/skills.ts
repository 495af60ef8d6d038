import { field, type KindSpec } from "../field-spec.ts"

export const skillsKind: KindSpec = {
  kind: "skills",
  label: "Skills",
  oneRow: "one skill of one person per row",
  others: "ignored",
  identity: [["person", "skill"]],
  fields: [
    field(
      "person",
      "Person",
      "person",
      [
        "person id, employee id, staff id, external id",
        "person, employee, name, full name, csm",
        "id, email",
      ],
      { isRequired: true, longest: 200 },
    ),
    field("skill", "Skill", "text", ["skill, skill name, competence, competency"], {
      isRequired: true,
      longest: 200,
    }),
    field("kind", "Kind of skill", "text", ["skill kind, kind, skill type, type, category, skill category"], {
      longest: 60,
    }),
    field("level", "Level", "number", ["level, skill level, rating, score, proficiency"], {
      isRequired: true,
      range: [1, 5],
      isWhole: true,
      expected: "A whole number from 1 to 5",
    }),
    field("assessor", "Assessor", "person", ["assessor, assessed by, rated by, reviewer"]),
    field("assessedOn", "Assessed on", "day", ["assessed on, assessment date, rated on, date, as of"]),
  ],
}
