import { isCollision } from "./unavailable.ts"

/** Work of one transaction, done once more where it gave in to another one that it met: nothing of it was written. */
export async function onceMore<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!isCollision(error)) throw error
    return work()
  }
}
