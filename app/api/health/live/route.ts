import { connection } from "next/server"

/** The process answers. Says nothing about the database. */
export async function GET(): Promise<Response> {
  await connection()
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } })
}
