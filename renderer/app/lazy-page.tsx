import { type ComponentType, lazy, useState } from 'react'

export interface LazyPage {
  readonly Page: ComponentType
  /** Fetches the page's code beforehand; asking again costs nothing. */
  fetchCode(): Promise<unknown>
}

/**
 * A page whose code is fetched when it is needed, or before. React keeps a fallback, once shown, for at least 300 ms, so a
 * page that is already here must not be lazy at all: it shows at once.
 */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let Ready: ComponentType | null = null
  const fetchCode = async () => {
    Ready ??= await load()
    return Ready
  }
  const Later = lazy(async () => ({ default: await fetchCode() }))
  const Page = () => {
    // Chosen once: another kind of component halfway would throw away what is on the page.
    const [Chosen] = useState<ComponentType>(() => Ready ?? Later)
    return <Chosen />
  }
  return { Page, fetchCode }
}
