import { expect, test } from "vitest"
import { unbrokenAmounts } from "./unbroken-amounts.ts"

test.each([
  ["Renewal agreed 60 days before", "Renewal agreed 60\u00a0days before"],
  ["above 80 % in every", "above 80\u00a0% in every"],
  ["Success planning 4 (must), Integrations 3", "Success planning 4\u00a0(must), Integrations 3"],
  ["version2 of it, and 3; 4", "version2\u00a0of it, and 3; 4"],
  ["no number here", "no number here"],
])("%j keeps its amounts together", (text, words) => expect(unbrokenAmounts(text)).toBe(words))
