import type { Id } from '../../../../shared/contract/values.ts'

const KEPT_AS = 'first-run-made'

/** Whom the first step made in this window, also before it was loaded anew: a typo put right then is theirs, and no second person. */
export function madeHere(): Id | null {
  try {
    return localStorage.getItem(KEPT_AS)
  } catch {
    return null
  }
}

/** Null: the first run is over. */
export function rememberMade(id: Id | null): void {
  try {
    if (id === null) localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, id)
  } catch {
    // Storage that is closed: known until the window is loaded anew.
  }
}
