export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { prepareWebProcess } = await import("#lib/server/web-process.ts")
  await prepareWebProcess()
}
