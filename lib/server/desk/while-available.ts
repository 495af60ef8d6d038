import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { AppError } from "#lib/errors.ts"

/** The address of the page that is being made, as the proxy noted it. */
export const pagePath = async (): Promise<string> => (await headers()).get("x-csops-path") ?? "/home"

/** Runs what a page needs; while the database does not answer, the reader is led to a 503 that comes back. */
export async function whileAvailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError && error.code === "unavailable")) throw error
    redirect(`/unavailable?from=${encodeURIComponent(await pagePath())}`)
  }
}
