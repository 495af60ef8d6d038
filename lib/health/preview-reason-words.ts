import { formatSigned } from "../format/number.ts"
import type { PreviewReason } from "./preview-move.ts"

/** Why an account would change band, in words. */
export function previewReasonWords(reason: PreviewReason): string {
  switch (reason.kind) {
    case "veto_new":
      return `New veto: ${reason.label}`
    case "veto_gone":
      return `Veto no longer holds: ${reason.label}`
    case "coverage":
      return "The share of data that is asked for"
    case "limits":
      return "The limits of the bands"
    case "points":
      return `${reason.label}: ${formatSigned(reason.before, 1)} → ${formatSigned(reason.after, 1)} points`
  }
}
