import { MOST_OWN_NEWS, type OwnNews } from '../../../shared/contract/seats/own-news.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import type { Query } from '../../storage/engine/query.ts'
import { NEWS_LAST_MS } from '../../storage/seats/forgotten-news.ts'
import { keepReadOwn, keepShown, ownNewsOf, unseenOf, unseenSince } from '../../storage/seats/own-news.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'
import { aboutOf } from './own-news-about.ts'

/** What others did to what is somebody's besides places: of all desks, so that it is read once. */
export function ownNewsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'ownNews'> {
  function* newsFor(me: Id, now: Instant): Query<OwnNews[]> {
    const news: OwnNews[] = []
    for (const stored of yield* ownNewsOf(me, addMs(now, -NEWS_LAST_MS))) {
      if (news.length === MOST_OWN_NEWS) break
      const told = yield* aboutOf(stored, me, now)
      const { ofId, at, byId, byName } = stored
      if (told !== null) news.push({ ofId, at, byId, byName, ...told })
    }
    return news
  }
  return {
    list: (_, { personId }) =>
      engine.read(function* () {
        return accept(personId === null ? [] : yield* newsFor(personId, clock.now()))
      }),

    read: ({ news }, { personId }) =>
      engine.transact(function* () {
        if (personId !== null) for (const one of news) yield* keepReadOwn(personId, one)
        return accept({})
      }),

    unseen: (_, { personId }) =>
      engine.read(function* () {
        const since = unseenSince(clock.now())
        return accept(personId === null ? [] : yield* unseenOf(personId, since, MOST_OWN_NEWS))
      }),

    shown: ({ own }, { personId }) =>
      engine.transact(function* () {
        if (personId !== null) for (const one of own) yield* keepShown(personId, one)
        return accept({})
      }),
  }
}
