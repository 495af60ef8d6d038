const nothing = () => undefined

/** The router of a component that is drawn for a test: it goes nowhere. */
export const stillRouter = {
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
  experimental_gesturePush: nothing,
  bfcacheId: "",
}
