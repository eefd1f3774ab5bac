import { VisuallyHidden as MantineVisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'

/** Read aloud, not seen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <MantineVisuallyHidden>{children}</MantineVisuallyHidden>
}
