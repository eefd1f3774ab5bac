import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { AnchoredDialog } from '../../../ui/AnchoredDialog.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { PickList } from '../../../ui/PickList.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { boardOf } from '../seats.queries.ts'
import { setBright, setNews } from './board-store.ts'
import headings from './DateHeading.module.css'
import { bookingsByDepartment } from './departments.ts'

export interface DepartmentHeadingProps {
  from: PlainDate
  to: PlainDate
  department: string | null
  onPick: (department: string | null) => void
}

/** Whose bookings are looked for: those of one department stay as they are, the others step back. */
export function DepartmentHeading({ from, to, department, onPick }: DepartmentHeadingProps) {
  const { t } = useTranslation('seats')
  const [isOpen, setIsOpen] = useState(false)
  const chord = useChord('seats.department')
  // Read when it is asked for only: a board without it waits for nobody.
  const people = useQuery({ ...everybody, enabled: isOpen || department !== null }).data
  const bookings = useQuery(boardOf(from, to)).data
  const seats = useRoomHere().data?.seats
  const counts = useMemo(() => {
    // A board shows its own room; the bookings that are asked for are those of all rooms.
    const ids = new Set(seats?.map(({ id }) => id))
    const own = bookings?.filter(({ seatId }) => ids.has(seatId)) ?? []
    return bookingsByDepartment(own, people ?? [])
  }, [bookings, people, seats])
  const bright = useMemo(
    () => (department === null || people === undefined ? null : peopleOf(people, department)),
    [people, department],
  )
  useEffect(() => {
    setBright(bright)
    return () => setBright(null)
  }, [bright])
  useKeys('seats', { 'seats.department': () => setIsOpen(true) })
  const countOf = (name: string) => t('filter.count', { count: counts.get(name) ?? 0 })
  const button = (
    <button
      type="button"
      className={headings.heading}
      data-active={department !== null || undefined}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => setIsOpen(true)}
    >
      <Users aria-hidden="true" />
      {department === null ? t('filter.all') : `${department} · ${countOf(department)}`}
      <VisuallyHidden>{t('comma') + t('filter.pick')}</VisuallyHidden>
      <KeyCap chord={chord} />
    </button>
  )
  if (!isOpen) return button
  const pick = (name: string | null) => {
    setIsOpen(false)
    onPick(name)
    setNews(name === null ? t('filter.all') : `${name}${t('comma')}${countOf(name)}`)
  }
  // Also the one that is looked for and has none on these days.
  const names = [...new Set([...counts.keys(), ...(department === null ? [] : [department])])].sort()
  const named = names.map((name) => ({ value: name, label: name, facts: countOf(name) }))
  return (
    <AnchoredDialog
      label={t('filter.pick')}
      width={280}
      position="bottom-start"
      target={button}
      onClose={() => setIsOpen(false)}
    >
      <PickList
        label={t('filter.pick')}
        options={[{ value: null, label: t('filter.all') }, ...named]}
        value={department}
        onPick={pick}
      />
    </AnchoredDialog>
  )
}

const peopleOf = (people: readonly { id: Id; department: string }[], department: string): ReadonlySet<Id> =>
  new Set(people.filter((person) => person.department === department).map(({ id }) => id))
