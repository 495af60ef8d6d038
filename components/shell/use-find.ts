"use client"

import { useEffect, useState } from "react"
import { askFind } from "#components/live/ask-find.ts"
import type { Found } from "#lib/find/found.ts"

const restMs = 120

export type Finding = {
  /** What was found for the text that is typed now, or the last one while that is asked for. */
  readonly found: Found | null
  readonly isAsking: boolean
  readonly failure: string | null
  readonly askAgain: () => void
}

const nothing = { for: "", found: null, failure: null }

/** Asks for accounts and people when typing rests, and calls off what is no longer wanted. */
export function useFind(typed: string): Finding {
  const [answer, setAnswer] = useState<{ for: string; found: Found | null; failure: string | null }>(nothing)
  const [attempt, setAttempt] = useState(0)
  const q = typed.trim()
  const wanted = q === "" ? "" : `${attempt} ${q}`
  useEffect(() => {
    if (wanted === "") return
    const calledOff = new AbortController()
    const timer = setTimeout(() => {
      askFind(wanted.slice(wanted.indexOf(" ") + 1), calledOff.signal).then(
        (told) =>
          setAnswer({
            for: wanted,
            found: told.ok ? told.found : null,
            failure: told.ok ? null : told.words,
          }),
        () => {},
      )
    }, restMs)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [wanted])
  const isAsking = wanted !== "" && answer.for !== wanted
  return {
    found: wanted === "" ? null : answer.found,
    isAsking,
    failure: isAsking || wanted === "" ? null : answer.failure,
    askAgain: () => setAttempt(attempt + 1),
  }
}
