import type { RefObject } from 'react'
import { create } from 'zustand'
import { useHeightOf } from './use-height-on-root.ts'

/** How high is what a page has at its foot: notices that go by themselves stand above it. Not on the root: of all the page only they ask. */
export const useFootHeight = create<{ px: number }>()(() => ({ px: 0 }))

/** `part` stands at the foot of this page while it is mounted. */
export const useFoot = (part: RefObject<HTMLElement | null>): void =>
  useHeightOf(part, (px) => {
    if (useFootHeight.getState().px !== px) useFootHeight.setState({ px })
  })
