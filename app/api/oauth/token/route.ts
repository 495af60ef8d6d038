import { issueToken } from "#lib/server/auth/issue-token.ts"

export const POST = (request: Request): Promise<Response> => issueToken(request)
