/** The cookie that keeps single keys switched off (WCAG 2.1.4); without it they are on. */
export const keysCookie = "csops-keys"

export const areKeysOn = (cookie: string | undefined): boolean => cookie !== "off"

const secondsPerYear = 31_536_000

/** The cookie as the browser is told to keep it. */
export const keysCookieText = (isOn: boolean): string =>
  `${keysCookie}=${isOn ? "on" : "off"}; path=/; max-age=${secondsPerYear}; samesite=lax`
