import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { everybody } from '../../../lib/common-queries.ts'
import { ticketDepartments } from '../settings/settings.queries.ts'

/** Departments to offer while typing: those people are in, then those that own tickets. */
export function useDepartments(): string[] {
  const people = useQuery(everybody).data
  const owners = useQuery(ticketDepartments).data
  return useMemo(() => {
    const names = new Set([...(people ?? []).map((person) => person.department), ...(owners ?? [])])
    return [...names].filter((name) => name !== '')
  }, [people, owners])
}
