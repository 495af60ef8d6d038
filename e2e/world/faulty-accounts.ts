/**
 * Five hundred accounts with three kinds of error: renewals whose order of day and month changes in the file,
 * segments that nobody knows, and ids that stand in it twice.
 */
export function faultyAccounts(prefix = "F"): string {
  const lines = ["customer id,name,segment,renewal date,arr"]
  for (let place = 1; place <= 500; place++) {
    const id = place % 100 === 0 ? place - 1 : place
    const segment =
      place % 50 === 7 ? "Key account" : (["Enterprise", "Mid-Market", "SMB"][place % 3] ?? "SMB")
    const day = String(13 + (place % 15)).padStart(2, "0")
    const month = String(1 + (place % 12)).padStart(2, "0")
    const renewal = place % 25 === 3 ? `${month}/${day}/2027` : `${day}/${month}/2027`
    lines.push(`${prefix}${1000 + id},Faulty ${place},${segment},${renewal},${12_000 + place * 10}`)
  }
  return `${lines.join("\n")}\n`
}
