import type { Segment } from "#lib/accounts/schema.ts"
import type { Fate } from "./fate.ts"

/** Invented names all. Region and language follow the place that a name suggests. */
export type Company = {
  readonly name: string
  readonly segment: Segment
  readonly industry: string
  readonly region: "AMER" | "EMEA" | "APAC"
  readonly language: string
  readonly fate: Fate
}

type Line = readonly [string, string, Company["region"], string, Fate]

const enterprise: readonly Line[] = [
  ["Halvorsen Marine Systems", "Manufacturing", "EMEA", "no", "steady"],
  ["Kestrel Aerospace", "Manufacturing", "AMER", "en", "sliding"],
  ["Meridian Grid & Power", "Energy", "AMER", "en", "growing"],
  ["Banco Atlântico Sul", "Financial services", "AMER", "pt", "steady"],
  ["O'Rourke & Daughters Freight", "Logistics", "EMEA", "en", "sponsor_left"],
  [
    "The Royal Consolidated Insurance, Pensions and Mutual Assurance Company of the Northern Counties",
    "Insurance",
    "EMEA",
    "en",
    "steady",
  ],
  ["Verdant Foods Group", "Consumer goods", "AMER", "en", "overdue"],
  ["Tanemura Precision Works", "Manufacturing", "APAC", "ja", "steady"],
  ["Zephyr Rail", "Transport", "EMEA", "de", "uneven"],
  ["Northgate Hospitals Trust", "Health care", "EMEA", "en", "steady"],
  ["Corvus Telecom", "Telecommunications", "APAC", "en", "growing"],
  ["Aldersund Reinsurance", "Insurance", "EMEA", "en", "uneven"],
]

const midMarket: readonly Line[] = [
  ["Brightwater Dental Partners", "Health care", "AMER", "en", "steady"],
  ["Lumière Cosmétiques", "Consumer goods", "EMEA", "fr", "steady"],
  ["Ironbark Outdoor Supply", "Retail", "APAC", "en", "sliding"],
  ["Cascade Software Cooperative", "Software", "AMER", "en", "growing"],
  ["Müller & Söhne Anlagenbau", "Manufacturing", "EMEA", "de", "steady"],
  ["Pinecrest Community Bank", "Financial services", "AMER", "en", "uneven"],
  ["Saffron Street Restaurants", "Hospitality", "AMER", "en", "weak"],
  ["Harbourline Ferries", "Transport", "APAC", "en", "steady"],
  ["Quillfeather Publishing", "Media", "EMEA", "en", "uneven"],
  ["Orchard & Vine Grocers", "Retail", "AMER", "en", "steady"],
  ["Tidewater Surveying", "Professional services", "AMER", "en", "steady"],
  ["Grupo Peñafiel Hoteles", "Hospitality", "EMEA", "es", "sponsor_left"],
  ["Stellar Loop Games", "Software", "AMER", "en", "growing"],
  ["Fjordlys Energi", "Energy", "EMEA", "no", "steady"],
  ["Marrow & Finch Architects", "Professional services", "EMEA", "en", "steady"],
  ["Bluegum Veterinary Group", "Health care", "APAC", "en", "uneven"],
  ["Redwood County Schools", "Education", "AMER", "en", "steady"],
  ["Polder Logistiek", "Logistics", "EMEA", "nl", "sliding"],
  ["Silverline Staffing", "Professional services", "AMER", "en", "uneven"],
  ["Hazelwick Insurance Brokers", "Insurance", "EMEA", "en", "growing"],
  ["Canyon Ridge Builders", "Construction", "AMER", "en", "steady"],
  ["Zephyr Rail Cargo", "Transport", "EMEA", "de", "onboarding"],
]

const smb: readonly Line[] = [
  ["Amber & Ash Candles", "Retail", "AMER", "en", "steady"],
  ["Bakehouse Nine", "Hospitality", "EMEA", "en", "steady"],
  ["Café Molino", "Hospitality", "EMEA", "es", "uneven"],
  ["Chalkboard Tutors", "Education", "AMER", "en", "growing"],
  ["Cobalt Bicycle Repair", "Retail", "AMER", "en", "steady"],
  ["Copperfield Accounting", "Professional services", "AMER", "en", "steady"],
  ["Dovetail Joinery", "Construction", "EMEA", "en", "weak"],
  ["Eventide Yoga", "Health care", "APAC", "en", "steady"],
  ["Fernhill Physiotherapy", "Health care", "EMEA", "en", "steady"],
  ["Foxglove Florists", "Retail", "EMEA", "en", "sliding"],
  ["Granite State Plumbing", "Construction", "AMER", "en", "steady"],
  ["Honeycomb Childcare", "Education", "AMER", "en", "uneven"],
  ["Inkwell Print Shop", "Media", "AMER", "en", "steady"],
  ["Juniper Lane Optics", "Health care", "AMER", "en", "growing"],
  ["Kiln Street Pottery", "Retail", "APAC", "en", "steady"],
  ["Lantern Travel", "Hospitality", "APAC", "en", "thin"],
  ["Maple & Main Realty", "Professional services", "AMER", "en", "steady"],
  ["Mooring Boat Hire", "Transport", "EMEA", "en", "uneven"],
  ["Nightjar Studio", "Media", "EMEA", "en", "steady"],
  ["Oakleaf Landscaping", "Construction", "AMER", "en", "weak"],
  ["Paper Crane Stationers", "Retail", "APAC", "ja", "thin"],
  ["Pixel Orchard", "Software", "AMER", "en", "growing"],
  ["Quayside Fishmongers", "Retail", "EMEA", "en", "steady"],
  ["Ravenswood Brewing", "Hospitality", "AMER", "en", "uneven"],
  ["Saltmarsh Surf School", "Education", "APAC", "en", "onboarding"],
  ["Tallow & Thread Tailors", "Retail", "EMEA", "en", "steady"],
  ["Umbra Security Installers", "Construction", "AMER", "en", "sliding"],
  ["Violet Hour Events", "Hospitality", "AMER", "en", "steady"],
  ["Wren Property Care", "Professional services", "EMEA", "en", "thin"],
  ["Żubr Outdoor Guides", "Hospitality", "EMEA", "pl", "silent"],
]

const named =
  (segment: Segment) =>
  ([name, industry, region, language, fate]: Line): Company => ({
    name,
    segment,
    industry,
    region,
    language,
    fate,
  })

export const companies: readonly Company[] = [
  ...enterprise.map(named("Enterprise")),
  ...midMarket.map(named("Mid-Market")),
  ...smb.map(named("SMB")),
]

/** Subsidiaries by name, with their parent's name. */
export const parents: ReadonlyMap<string, string> = new Map([["Zephyr Rail Cargo", "Zephyr Rail"]])
