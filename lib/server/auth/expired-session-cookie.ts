import "server-only"
import { authOptions, sessionCookieName } from "./auth-options.ts"

/** What takes the session cookie away. A browser only accepts it with the attributes that the name asks for. */
export const expiredSessionCookie = () => ({
  ...authOptions().cookies?.sessionToken?.options,
  name: sessionCookieName(),
  value: "",
  maxAge: 0,
})
