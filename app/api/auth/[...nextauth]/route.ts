import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { authOptions } from "#lib/server/auth/auth-options.ts"
import { inSignInLine } from "#lib/server/auth/sign-in-line.ts"
import { problem } from "#lib/server/endpoint.ts"

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  inSignInLine<Response>(() => NextAuth(request, context, authOptions())).catch(problem)

export { handler as GET, handler as POST }
