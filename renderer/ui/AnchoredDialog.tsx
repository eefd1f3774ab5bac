import { Popover } from '@mantine/core'
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { isComposing } from '../lib/composition.ts'
import { KeyLayer, useKeys } from '../lib/use-keys.tsx'
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
      zIndex={ABOVE_NOTICES}
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
        <KeyLayer>
          <Inside onClose={onClose}>{children}</Inside>
        </KeyLayer>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What it asks must not be covered by what was done before. */
const ABOVE_NOTICES = 450

function Inside({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null)
  // A control that had the focus may go when the dialog turns from one thing into another; the focus must not leave with it.
  useEffect(() => {
    if (document.activeElement === document.body)
      inside.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  })
  useKeys('dialog', {
    'dialog.close': (event) =>
      event.target instanceof Node && inside.current?.contains(event.target) === true ? false : onClose(),
  })
  return <div ref={inside}>{children}</div>
}

/** For `comboboxProps` of a select inside: a list outside the dialog would count as a press outside. */
export const INSIDE_DIALOG = { withinPortal: false, shadow: 'md', offset: 4 } as const
