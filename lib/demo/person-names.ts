import type { Random } from "./random.ts"

// biome-ignore format: a list of words
const firstNames = [
  "Alma", "Anton", "Beatriz", "Bruno", "Camille", "Cormac", "Dalia", "Dmitri", "Elena", "Emeka", "Farah", "Felix",
  "Greta", "Hugo", "Imani", "Isak", "Jana", "Jorge", "Kaito", "Keira", "Leonie", "Luca", "Maren", "Mateo", "Naomi",
  "Nils", "Odette", "Oskar", "Paloma", "Rafael", "Rosa", "Sanjay", "Signe", "Tariq", "Thea", "Viktor", "Wanda", "Yuki",
  "Adele", "Benoit", "Chidi", "Deirdre", "Enzo", "Fiona", "Gavin", "Helena", "Ilya", "Joanna", "Kwame", "Liam", "Mei",
  "Noor", "Owen", "Petra", "Ruben", "Sofia", "Theo", "Uma", "Vera", "Wesley", "Zara",
] as const

// biome-ignore format: a list of words
const lastNames = [
  "Abernathy", "Adeyemi", "Bergqvist", "Borges", "Castellano", "Dahlberg", "Drummond", "Eriksen", "Fairclough", "Fontaine",
  "Gallagher", "Gerlach", "Hakimi", "Holloway", "Ibsen", "Jansen", "Kaminski", "Kowalczyk", "Lindgren", "Maddox", "Moreau",
  "Nakagawa", "Obi", "Ostrander", "Pacheco", "Prasad", "Quintana", "Rasmussen", "Salcedo", "Sorensen", "Thackeray",
  "Ueda", "Valdez", "Whitlock", "Yilmaz", "Zeller", "Ahlgren", "Baptiste", "Carmody", "Desai", "Ellison", "Farrow",
  "Grimaldi", "Hendry", "Iqbal", "Jovanovic", "Kimura", "Laurent", "Mbeki", "Novotny", "Okonkwo", "Petrov", "Rourke",
  "Santoro", "Tanaka", "Ulrich", "Vance", "Weaver", "Yamada", "Zhao",
] as const

export const personName = (random: Random): string => `${random.pick(firstNames)} ${random.pick(lastNames)}`
