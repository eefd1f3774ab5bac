import { Popover } from '@mantine/core'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { isComposing } from '../lib/composition.ts'
import { KeyLayer } from '../lib/use-keys.tsx'
import styles from './AnchoredDialog.module.css'

export interface AnchoredDialogProps {
  onClose: () => void
  /** Spoken name of the little window. */
  label: string
  /** Width in px; 320 unless told. */
  width?: number
  /** What it stands beside: one element that takes a ref. */
  target: ReactElement
  children: ReactNode
}

/**
 * A small dialog beside what it is about, open while it is mounted. Holds the focus (the first control has
 * `data-autofocus`); Esc or a press outside closes; keys of the page rest. Selects inside need `INSIDE_DIALOG`.
 */
export function AnchoredDialog({ onClose, label, width = 320, target, children }: AnchoredDialogProps) {
  const closeOnEscape = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.key !== 'Escape') return
    // An open list inside takes the first Esc for itself.
    if (event.target instanceof Element && event.target.hasAttribute('data-mantine-stop-propagation')) return
    event.stopPropagation()
    onClose()
  }
  return (
    <Popover
      opened
      onChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      position="right-start"
      offset={8}
      width={width}
      trapFocus
      closeOnEscape={false}
      withRoles={false}
      hideDetached={false}
      middlewares={{
        flip: { fallbackPlacements: ['left-start', 'bottom-start', 'top-start'] },
        shift: { padding: 12 },
      }}
      transitionProps={{ transition: 'fade', duration: 100 }}
      classNames={{ dropdown: styles.dropdown ?? '' }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} onKeyDownCapture={closeOnEscape}>
        <KeyLayer>{children}</KeyLayer>
      </Popover.Dropdown>
    </Popover>
  )
}

/** For `comboboxProps` of a select inside: a list outside the dialog would count as a press outside. */
export const INSIDE_DIALOG = { withinPortal: false, shadow: 'md', offset: 4 } as const
