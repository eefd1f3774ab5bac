import type { Engine } from '../../electron/storage/engine/engine.ts'
import type { Query } from '../../electron/storage/engine/query.ts'

/** An engine that counts how often its database is asked: each is a way there and back, where that is far. */
export function countedAsks(engine: Engine) {
  let count = 0
  function* counted<T>(query: Query<T>): Query<T> {
    let next = query.next()
    while (!next.done) {
      if (next.value.kind !== 'afterwards') count += 1
      let answer: unknown
      try {
        answer = yield next.value.kind === 'step' ? { kind: 'step', work: counted(next.value.work) } : next.value
      } catch (error) {
        next = query.throw(error)
        continue
      }
      next = query.next(answer)
    }
    return next.value
  }
  const counting: Engine = {
    read: (query) => engine.read(() => counted(query())),
    readInTurns: (query) => engine.readInTurns(() => counted(query())),
    transact: (query) => engine.transact(() => counted(query())),
  }
  /** How often it was asked since this was called last. */
  const asked = () => {
    const now = count
    count = 0
    return now
  }
  return { engine: counting, asked }
}
