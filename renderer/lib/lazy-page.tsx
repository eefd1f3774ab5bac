import { type ComponentType, lazy, useState } from 'react'

export interface LazyPage<Props extends object> {
  readonly Page: ComponentType<Props>
  /** Fetches the page's code beforehand; asking again costs nothing. */
  fetchCode(): Promise<unknown>
}

/** The page nearly every start opens on: its code comes with the first load, not after it. */
export const readyPage = (Page: ComponentType): LazyPage<object> => ({ Page, fetchCode: async () => Page })

const refused = new Set<() => void>()

/**
 * Code that did not come is asked for again by the next who needs it; React alone would keep the refusal for ever. For the boundary that
 * shows the failure: any sooner the page would ask again and again, and nobody would be told.
 */
export function forgetRefused(): void {
  for (const forget of refused) forget()
  refused.clear()
}

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
  let later: ComponentType<Props> | null = null
  const refuse = (problem: unknown) => {
    refused.add(() => {
      later = null
    })
    throw problem
  }
  const laterPage = () => {
    later ??= lazy(() => fetchCode().then((Ready) => ({ default: Ready }), refuse))
    return later
  }
  const Page = (props: Props) => {
    // Chosen once: another kind of component halfway would throw away what is on the page.
    const [Chosen] = useState<ComponentType<Props>>(() => Ready ?? laterPage())
    return <Chosen {...props} />
  }
  return { Page, fetchCode }
}
