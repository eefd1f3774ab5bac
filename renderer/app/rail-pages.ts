import {
  Armchair,
  BookCheck,
  FolderOutput,
  HandHeart,
  Headphones,
  HeartPulse,
  History,
  House,
  Settings,
  Ticket,
  Users,
} from 'lucide-react'
import type { ActionId } from '../lib/key-map.ts'

/** The pages of the rail. Ctrl+1 … Ctrl+6 in this order; what belongs to another page stands under it, smaller, with Ctrl+7 and Ctrl+8. */
export const RAIL_PAGES = [
  { name: 'today', path: '/today', action: 'go.today', icon: House },
  { name: 'seats', path: '/seats', action: 'go.seats', icon: Armchair },
  { name: 'duty', path: '/duty', action: 'go.duty', icon: BookCheck, isWithin: true },
  { name: 'listen', path: '/listen', action: 'go.listen', icon: Headphones },
  { name: 'sessions', path: '/sessions', action: 'go.sessions', icon: History, isWithin: true },
  { name: 'meetings', path: '/meetings', action: 'go.meetings', icon: Users, isWithin: true },
  { name: 'life', path: '/life', action: 'life.cases', icon: HeartPulse, isWithin: true },
  { name: 'thanks', path: '/thanks', action: 'agents.thanks', icon: HandHeart, isWithin: true },
  { name: 'tickets', path: '/tickets', action: 'go.tickets', icon: Ticket },
  { name: 'exports', path: '/exports', action: 'go.exports', icon: FolderOutput },
  { name: 'settings', path: '/settings', action: 'go.settings', icon: Settings },
] as const satisfies readonly { name: string; path: string; action: ActionId; icon: unknown; isWithin?: true }[]

export type RailPage = (typeof RAIL_PAGES)[number]

/** Reviewing is done in a session, which has its place among the sessions; seats are drawn among the seats; silver-hair calls are calls of sessions. */
export function railPageOf(pathname: string): RailPage | undefined {
  const path = pathname.startsWith('/review')
    ? '/sessions'
    : pathname === '/draws'
      ? '/seats'
      : pathname === '/silver-hair'
        ? '/sessions'
        : pathname
  return RAIL_PAGES.find((page) => path === page.path || path.startsWith(`${page.path}/`))
}
