/** The pages of the guide, in the order in which they are read: `docs/guide/<language>/<page>.md`. */
export const GUIDE_PAGES = [
  ...(['first-day', 'today', 'seats', 'draw', 'duty', 'listen', 'life', 'silver-hair', 'review', 'sessions'] as const),
  ...(['meetings', 'thanks', 'tickets', 'exports', 'settings', 'team', 'recovery', 'keys'] as const),
]
export type GuidePage = (typeof GUIDE_PAGES)[number]

/** Which page tells of which screen. A route that is not here does not compile. */
export const GUIDE_OF = {
  '/today': 'today',
  '/seats': 'seats',
  '/draws': 'draw',
  '/duty': 'duty',
  '/listen': 'listen',
  '/listen/:sessionId': 'listen',
  '/review/:sessionId': 'review',
  '/sessions': 'sessions',
  '/sessions/:sessionId': 'sessions',
  '/meetings': 'meetings',
  '/meetings/:callId': 'meetings',
  '/tickets/:ticketId?': 'tickets',
  '/exports': 'exports',
  '/life': 'life',
  '/silver-hair': 'silver-hair',
  '/thanks': 'thanks',
  '/settings': 'settings',
  '/first-run': 'first-day',
} as const satisfies Readonly<Record<string, GuidePage>>

export type GuidedPath = keyof typeof GUIDE_OF

/** The guide's page for the screen at this address; a part of the settings that is a matter of its own has its own. */
export function guidePageAt(path: string, search = ''): GuidePage {
  const section = path === '/settings' ? new URLSearchParams(search).get('section') : null
  if (section === 'team' || section === 'life') return section
  const paths = Object.keys(GUIDE_OF) as GuidedPath[]
  // The first part of an address tells the screen: matching whole patterns would make an expression of each at every change of pages.
  const found = paths.find((each) => screenOf(each) === screenOf(path))
  return found === undefined ? 'first-day' : GUIDE_OF[found]
}

const screenOf = (path: string): string | undefined => path.split('/')[1]
