import { dismissNotice, useNotices } from '../../ui/notices.ts'

export interface StandingNotices<About> {
  /** Says it, and keeps it standing until somebody puts it away. */
  add(about: About): void
  /** Takes away those that are not to be said any more. */
  keepOnly(isStillSaid: (about: About) => boolean | Promise<boolean>): Promise<void>
  /** The page goes; what stands is said again by the next one. */
  stop(): void
}

/**
 * Notices of what is told once and never again, so that loading the page anew must not be the end of them: this window keeps what they
 * are about until they are put away or are over. `isStillSaid`: whether one from before is said again.
 */
export function standingNotices<About extends object>(
  name: string,
  say: (about: About) => number,
  isStillSaid: (about: About) => Promise<boolean>,
): StandingNotices<About> {
  let before = keptAs<About>(name)
  let isStopped = false
  const standing = new Map<About, number>()
  const keep = () => sessionStorage.setItem(name, JSON.stringify([...before, ...standing.keys()]))
  const add = (about: About) => {
    standing.set(about, say(about))
    keep()
  }
  const forget = (abouts: readonly About[]) => {
    for (const about of abouts) standing.delete(about)
    if (abouts.length > 0) keep()
  }
  const stopWatching = useNotices.subscribe(({ notices }) => {
    forget([...standing].filter(([, id]) => !notices.some((notice) => notice.id === id)).map(([about]) => about))
  })
  void (async () => {
    for (const about of before) {
      // Nobody can say whether it is over: better said again than lost.
      const isSaid = await isStillSaid(about).catch(() => true)
      if (isStopped) return
      before = before.filter((one) => one !== about)
      if (isSaid) add(about)
      else keep()
    }
  })()

  return {
    add,
    keepOnly: async (isWanted) => {
      for (const [about, noticeId] of standing)
        if (!(await isWanted(about))) {
          forget([about])
          dismissNotice(noticeId)
        }
    },
    stop: () => {
      isStopped = true
      stopWatching()
    },
  }
}

function keptAs<About>(name: string): About[] {
  const kept = sessionStorage.getItem(name)
  return kept === null ? [] : (JSON.parse(kept) as About[])
}
