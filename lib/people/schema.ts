export const jobFunctions = [
  "cs",
  "sales",
  "product",
  "marketing",
  "support",
  "finance",
  "operations",
] as const
export type JobFunction = (typeof jobFunctions)[number]

/** Positions of the operations framework (document 004), in order of seniority. */
export const positions = [
  "Director of Customer Success",
  "Director of Operations",
  "Customer Success Operations Manager",
  "Senior Customer Success Manager",
  "Customer Success Manager",
  "Customer Success Specialist",
  "Customer Success Coordinator",
  "Technical Support Specialist",
  "Process Engineer",
  "Capacity Planner",
] as const
export type Position = (typeof positions)[number]

/** 1 learns, 2 works with help, 3 works alone, 4 helps others, 5 sets the standard. */
export const skillLevels = [1, 2, 3, 4, 5] as const
