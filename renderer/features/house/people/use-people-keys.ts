import type { RefObject } from 'react'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { walkRows } from '../../../ui/walk-list.ts'

export interface PeopleKeys {
  /** False: not two of them are chosen. */
  onMerge: () => boolean
  onTwins: () => void
  onChoose: (person: Person) => void
  onEdit: (person: Person) => void
}

/** The keys of the list of people. Walking goes from row to row; what one person is meant by is the row that has the focus. */
export function usePeopleKeys(
  table: RefObject<HTMLTableElement | null>,
  people: readonly Person[],
  mayChange: boolean,
  { onMerge, onTwins, onChoose, onEdit }: PeopleKeys,
): void {
  const here = (act: (person: Person) => void) => () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-person]')
    const person = people.find(({ id }) => id === row?.dataset.person)
    if (person === undefined) return false
    act(person)
  }
  const walk = (by: 1 | -1) => () => walkRows(table.current, '[data-person]', by)
  useKeys(
    'people',
    {
      'people.down': walk(1),
      'people.up': walk(-1),
      'people.choose': here(onChoose),
      'people.edit': here(onEdit),
      'people.merge': onMerge,
      'people.twins': onTwins,
    },
    mayChange,
  )
}
