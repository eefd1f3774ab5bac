import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { LONGEST } from '../../../shared/contract/limits.ts'
import type { Findings } from '../../../shared/contract/search/search.ts'
import { currentSession, halfDoneNotes, issueTypes, theRooms } from '../../lib/common-queries.ts'
import { isComposing } from '../../lib/composition.ts'
import { instantNow } from '../../lib/now.ts'
import { isKeepable } from '../../lib/text-fault.ts'
import { useReadings } from '../../lib/use-readings.ts'
import { type Command, commandsNamed, type FindRow, groupsOf, inOrderOfUse, type Scope } from './find-rows.ts'
import { foundHere, type KnownHere, NOTHING_HERE } from './found-here.ts'
import { foundEverywhere, foundPeople } from './search.queries.ts'

/** Of each group among all; and of one alone. */
const A_FEW = 4
const MANY = 50
const NEWEST = 3
const PAGE_ROWS = 8
/** Most answers are there by then: people alone would only flicker before them. */
const LATE_MS = 200
const none = { hits: [], total: 0 }
/** What the window knows by itself stands there meanwhile. */
const NOTHING_FOUND: Findings = {
  ...{ people: none, bookings: none, sessions: none, calls: none, voices: none, views: none, remarks: none },
  ...{ tickets: none, isIndexing: false },
}

export type Finding = ReturnType<typeof useFinding>

/** What is typed, what it finds and which row the keys are on. */
export function useFinding(
  commands: readonly Command[],
  commandsFor: (typed: string) => readonly Command[],
  onOpen: (row: FindRow) => void,
) {
  const running = useQuery(currentSession).data ?? null
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const [scope, setScope] = useState<Scope>('all')
  const [at, setAt] = useState(0)
  /** Enter was pressed before the answer to what is typed was there: it means the first row of that answer. */
  const [isAwaited, setAwaited] = useState(false)
  const limit = scope === 'all' ? (text === '' ? NEWEST : A_FEW) : MANY
  const query = useQuery(foundEverywhere(text, limit))
  const isAnswered = query.data !== undefined && !query.isPlaceholderData
  const isFresh = isAnswered && typed.trim() === text
  const isLate = useLate(text, isAnswered || text === '')
  const early = useQuery({ ...foundPeople(text, limit), enabled: isLate }).data
  /** Whoever is meant stands first in the answer, too. */
  const isEarly = isLate && early !== undefined && early.people.total > 0
  const found = (isEarly ? { ...NOTHING_FOUND, people: early.people } : query.data) ?? NOTHING_FOUND

  const known = useKnownHere()
  const names = useMemo(
    () => [...commands, ...known.types.map(({ nameZh: name }) => ({ name }))].map(({ name }) => name),
    [commands, known],
  )
  const { readings } = useReadings(names, text)
  const runningId = running?.id ?? null
  const all = useMemo(() => {
    const where = { runningId, limit, now: instantNow() }
    const meant = [...commandsFor(text), ...commandsNamed(commands, text, readings)]
    return groupsOf(found, foundHere(known, text, readings), meant, where)
  }, [found, known, commands, commandsFor, text, readings, runningId, limit])
  const groups = scope === 'all' ? (text === '' ? inOrderOfUse(all) : all) : all.filter(({ group }) => group === scope)
  const rows = groups.flatMap((group) => group.rows)
  const active = rows[Math.min(at, rows.length - 1)] ?? null

  const type = (value: string, isComposed: boolean) => {
    setTyped(value)
    if (isComposed || !isKeepable(value, LONGEST.search)) return
    setText(value.trim())
    setAt(0)
  }
  const look = (wanted: Scope) => {
    setScope(wanted)
    setAt(0)
  }
  const enter = () => {
    if (!isFresh && !(isEarly && active?.group === 'people')) setAwaited(true)
    else if (active !== null) onOpen(active)
    else if (all.length > 0) look('all')
  }
  useEffect(() => {
    if (!isAwaited || !isFresh) return
    setAwaited(false)
    // After this painting: opening closes the box at once.
    if (active !== null) queueMicrotask(() => onOpen(active))
  }, [isAwaited, isFresh, active, onOpen])

  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const to = STEPS[event.key]
    if (event.key === 'Enter') enter()
    else if (to !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, Math.min(at, rows.length - 1) + to)))
    else return
    event.preventDefault()
  }
  return {
    ...{ typed, text, scope, groups, rows, active, type, look, press, isFresh, isEarly },
    all,
    error: query.error,
    isIndexing: query.data?.isIndexing === true,
    retry: () => void query.refetch(),
    point: (row: FindRow) => setAt(rows.indexOf(row)),
    open: onOpen,
  }
}

/** Whether the answer to this text is long in coming. */
function useLate(text: string, isThere: boolean): boolean {
  const [lateText, setLateText] = useState<string | null>(null)
  useEffect(() => {
    if (isThere) return
    const timer = setTimeout(() => setLateText(text), LATE_MS)
    return () => clearTimeout(timer)
  }, [text, isThere])
  return !isThere && lateText === text
}

function useKnownHere(): KnownHere {
  const halfDone = useQuery(halfDoneNotes).data ?? NOTHING_HERE.halfDone
  const rooms = useQuery(theRooms).data
  const types = useQuery(issueTypes).data ?? NOTHING_HERE.types
  return useMemo(
    () => ({ halfDone, seats: (rooms ?? []).flatMap(({ seats }) => seats), types }),
    [halfDone, rooms, types],
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS }
