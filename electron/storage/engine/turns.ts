import { Busy } from './engine.ts'

export interface Patience {
  /** So many wait for their turn; whoever comes then is sent away at once. */
  readonly most: number
  readonly longestMs: number
}

/** Lets so many work at once; others wait, first come first served, and not for ever: then they are `Busy`. Answers how a turn is given back. */
export function turns(atOnce: number, { most, longestMs }: Patience): () => Promise<() => void> {
  let free = atOnce
  const waiting = new Set<() => void>()
  const leave = () => {
    const [next] = waiting
    if (next === undefined) free += 1
    else next()
  }
  /** Twice given back it would be two. */
  const turn = () => {
    let isMine = true
    return () => {
      if (isMine) leave()
      isMine = false
    }
  }
  return () => {
    if (free > 0) {
      free -= 1
      return Promise.resolve(turn())
    }
    if (waiting.size >= most) return Promise.reject(new Busy(`${most} wait already`))
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        waiting.delete(mine)
      }
      const mine = () => {
        end()
        resolve(turn())
      }
      const timer = setTimeout(() => {
        end()
        reject(new Busy(`no turn within ${longestMs} ms`))
      }, longestMs)
      waiting.add(mine)
    })
  }
}
