import { draftsService } from '../../electron/services/listening/drafts.ts'
import { makeKnownNames } from '../../electron/services/listening/known-names.ts'
import { notesService } from '../../electron/services/listening/notes.ts'
import { sessionsService } from '../../electron/services/listening/sessions.ts'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import type { ServiceParts } from '../../electron/services/parts.ts'

/** The notes of a desk, half-done ones too, with a stopwatch of its own unless one is given. */
export const notesOf = (parts: ServiceParts, stopwatch = makeStopwatch(parts), knownNames = makeKnownNames(parts)) => {
  const last = { note: null }
  return { ...notesService(parts, stopwatch, last, knownNames), ...draftsService(parts, last, knownNames) }
}

export const sessionsOf = (parts: ServiceParts, stopwatch = makeStopwatch(parts)) => sessionsService(parts, stopwatch)
