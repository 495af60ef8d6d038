import { benches } from "#bench/registry.ts"

/** `npm run bench -- NAME`: measures one goal of the product and ends with whether it holds. */
const [name, ...args] = process.argv.slice(2)
const chosen = benches.find((bench) => bench.name === name)

if (name === "list" || name === undefined) {
  for (const bench of benches) console.log(`${bench.name.padEnd(16)} ${bench.about} Goal: ${bench.goal}.`)
} else if (!chosen) {
  console.error(
    `There is no bench "${name}". There are: ${benches.map((bench) => bench.name).join(", ")}, list.`,
  )
  process.exitCode = 2
} else {
  const { figure, holds } = await chosen.run(args)
  const verdict = holds === null ? "remains open: too little was measured" : holds ? "holds" : "falls short"
  console.log(`bench ${chosen.name}: ${figure} (goal ${chosen.goal}) ${verdict}`)
  process.exitCode = holds ? 0 : 1
}
