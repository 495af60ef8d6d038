import type { Segment } from "#lib/accounts/schema.ts"

export type Region = "AMER" | "EMEA" | "APAC"

/** Where companies of a language are found, what they are called after, and what their trades add to it. */
export type Tongue = {
  readonly language: string
  readonly regions: readonly [Region, ...Region[]]
  readonly roots: readonly [string, ...string[]]
  readonly tails: readonly (readonly [industry: string, tail: string, ...segments: Segment[]])[]
}

const starts =
  "Ash Birch Black Bram Cald Dun East Elder Fair Glen Green Hart Hazel Hol Kings Lang Lin Mar Mill North Oak Pem Red Ridge Rose Rush Shel Stan Stone Sun Thorn West White Wind Wood Yar"
const ends = "ford field brook bury dale wick ton worth ley mere stead gate"

const english = starts
  .split(" ")
  .flatMap((start, row) =>
    ends.split(" ").flatMap((end, column) => ((row + column) % 2 ? [] : [start + end])),
  )
  .filter((name) => !/(.)\1\1|stonestead|millmere|greengate|windwick/i.test(name))

const words = (text: string): [string, ...string[]] => text.split(" ") as [string, ...string[]]
const big = ["Enterprise", "Mid-Market"] as const
const small = ["SMB"] as const
const middle = ["Mid-Market", "SMB"] as const

export const tongues: readonly Tongue[] = [
  {
    language: "en",
    regions: ["AMER", "AMER", "EMEA", "APAC"],
    roots: [english[0] ?? "Ashford", ...english.slice(1)],
    tails: [
      ["Manufacturing", "Industries", ...big],
      ["Manufacturing", "Precision Engineering", ...middle],
      ["Manufacturing", "Packaging", ...big],
      ["Energy", "Power & Light", "Enterprise"],
      ["Energy", "Renewables", ...big],
      ["Financial services", "Bancorp", "Enterprise"],
      ["Financial services", "Credit Union", "Mid-Market"],
      ["Financial services", "Wealth Advisers", ...middle],
      ["Insurance", "Mutual Insurance", "Enterprise"],
      ["Insurance", "Insurance Brokers", "Mid-Market"],
      ["Health care", "Health System", "Enterprise"],
      ["Health care", "Orthopaedics", "Mid-Market"],
      ["Health care", "Veterinary Clinic", ...small],
      ["Health care", "Family Dental", ...small],
      ["Health care", "Physiotherapy", ...small],
      ["Logistics", "Freight", ...big],
      ["Logistics", "Cold Storage", "Mid-Market"],
      ["Transport", "Airways", "Enterprise"],
      ["Transport", "Coach Lines", ...middle],
      ["Retail", "Department Stores", "Enterprise"],
      ["Retail", "Outfitters", ...middle],
      ["Retail", "Garden Centre", ...small],
      ["Retail", "Books", ...small],
      ["Hospitality", "Hotels & Resorts", ...big],
      ["Hospitality", "Brewing", ...middle],
      ["Hospitality", "Coffee Roasters", ...small],
      ["Hospitality", "Catering", ...small],
      ["Software", "Software", ...big],
      ["Software", "Analytics", "Mid-Market"],
      ["Software", "Web Studio", ...small],
      ["Telecommunications", "Communications", "Enterprise"],
      ["Media", "Media Group", ...big],
      ["Media", "Press", ...small],
      ["Education", "University", "Enterprise"],
      ["Education", "Learning Trust", "Mid-Market"],
      ["Education", "Tutoring", ...small],
      ["Construction", "Construction", ...big],
      ["Construction", "Roofing", ...small],
      ["Construction", "Electrical", ...small],
      ["Professional services", "Consulting", ...big],
      ["Professional services", "Legal", ...middle],
      ["Professional services", "Bookkeeping", ...small],
      ["Professional services", "Surveyors", ...middle],
      ["Consumer goods", "Foods", ...big],
      ["Consumer goods", "Soap Company", ...small],
    ],
  },
  {
    language: "de",
    regions: ["EMEA"],
    roots: words(
      "Brandt Hagedorn Kessler Lindner Ostermann Reinhold Sauer Thiele Vogtmann Weidenbach Zollner Brüggemann",
    ),
    tails: [
      ["Manufacturing", "Maschinenbau", ...big],
      ["Logistics", "Spedition", ...middle],
      ["Energy", "Stadtwerke", "Enterprise"],
      ["Health care", "Kliniken", ...big],
      ["Construction", "Hochbau", ...middle],
      ["Retail", "Möbelhaus", ...middle],
      ["Professional services", "Steuerberatung", ...small],
      ["Hospitality", "Bäckerei", ...small],
    ],
  },
  {
    language: "fr",
    regions: ["EMEA"],
    roots: words("Delorme Fauvel Garnault Lacombe Mérigot Perrault Rochefort Sauvage Thibault Vasseur"),
    tails: [
      ["Insurance", "Assurances", ...big],
      ["Consumer goods", "Parfums", ...middle],
      ["Transport", "Transports", ...big],
      ["Construction", "Bâtiment", ...middle],
      ["Hospitality", "Traiteur", ...small],
      ["Retail", "Optique", ...small],
    ],
  },
  {
    language: "es",
    regions: ["EMEA", "AMER"],
    roots: words("Almirante Belmonte Cárdenas Figueroa Ibarra Montalbán Olmedo Quiroga Saavedra Zaldívar"),
    tails: [
      ["Financial services", "Seguros y Crédito", ...big],
      ["Hospitality", "Hoteles", ...big],
      ["Consumer goods", "Alimentos", ...middle],
      ["Logistics", "Logística", ...middle],
      ["Retail", "Ferretería", ...small],
      ["Health care", "Farmacias", ...small],
    ],
  },
  {
    language: "no",
    regions: ["EMEA"],
    roots: words("Bjerke Dalsgård Fagerli Havstad Lervik Nordvik Skogheim Tveit"),
    tails: [
      ["Energy", "Kraft", ...big],
      ["Transport", "Rederi", ...big],
      ["Construction", "Bygg", ...middle],
      ["Consumer goods", "Sjømat", ...small],
    ],
  },
  {
    language: "ja",
    regions: ["APAC"],
    roots: words("Aoyama Fujimori Hoshino Kanazaki Morikawa Nishida Okabe Shirakawa"),
    tails: [
      ["Manufacturing", "Seiki", ...big],
      ["Software", "Systems", ...big],
      ["Retail", "Shoten", ...middle],
      ["Hospitality", "Ryokan", ...small],
    ],
  },
]

/** For worlds with more companies than words. */
export const towns = words(
  "Leeds Boston Austin Dublin Perth Toronto Bristol Denver Oslo Lyon Porto Madrid Zurich Vienna Osaka Auckland Tampa Reno Cardiff Derby",
)
