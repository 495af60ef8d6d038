import { z } from "zod"

/** The day at which the demo stands still is settled by the first start and kept, whatever later clocks say. */
export const demoMarker = z.object({
  state: z.enum(["filling", "filled"]),
  seed: z.number(),
  anchorDay: z.iso.date(),
})
export type DemoMarker = z.infer<typeof demoMarker>
