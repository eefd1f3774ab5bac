import { type ComponentType, lazy, useState } from 'react'

export interface LazyPage<Props extends object> {
  readonly Page: ComponentType<Props>
  /** Fetches the page's code beforehand; asking again costs nothing. */
  fetchCode(): Promise<unknown>
}

/** The page nearly every start opens on: its code comes with the first load, not after it. */
export const readyPage = (Page: ComponentType): LazyPage<object> => ({ Page, fetchCode: async () => Page })

/**
 * A page, or what opens over one, whose code is fetched when it is needed, or before. React keeps a fallback, once shown, for at least 300 ms, so a
 * page that is already here must not be lazy at all: it shows at once.
 */
export function lazyPage<Props extends object = object>(load: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  let Ready: ComponentType<Props> | null = null
  const fetchCode = async () => {
    Ready ??= await load()
    return Ready
  }
  const Later = lazy(async () => ({ default: await fetchCode() }))
  const Page = (props: Props) => {
    // Chosen once: another kind of component halfway would throw away what is on the page.
    const [Chosen] = useState<ComponentType<Props>>(() => Ready ?? Later)
    return <Chosen {...props} />
  }
  return { Page, fetchCode }
}
