import { Armchair, FolderOutput, Headphones, House, Settings, Ticket } from 'lucide-react'
import type { ActionId } from '../lib/key-map.ts'

/** The six places of the rail, in the order of Ctrl+1 … Ctrl+6. */
export const PLACES = [
  { name: 'today', path: '/today', action: 'go.today', icon: House },
  { name: 'seats', path: '/seats', action: 'go.seats', icon: Armchair },
  { name: 'listen', path: '/listen', action: 'go.listen', icon: Headphones },
  { name: 'tickets', path: '/tickets', action: 'go.tickets', icon: Ticket },
  { name: 'exports', path: '/exports', action: 'go.exports', icon: FolderOutput },
  { name: 'settings', path: '/settings', action: 'go.settings', icon: Settings },
] as const satisfies readonly { name: string; path: string; action: ActionId; icon: unknown }[]

export type Place = (typeof PLACES)[number]

/** Reviewing belongs to listening. */
export function placeOf(pathname: string): Place | undefined {
  const path = pathname.startsWith('/review') ? '/listen' : pathname
  return PLACES.find((place) => path === place.path || path.startsWith(`${place.path}/`))
}
