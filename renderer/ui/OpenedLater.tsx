import i18next from 'i18next'
import { Component, type ReactNode, Suspense, useLayoutEffect } from 'react'
import { bugReference } from '../lib/bug-reference.ts'
import { forgetRefused } from '../lib/lazy-page.tsx'
import { holdKeysForOpening, openingFailed } from '../lib/waiting-keys.ts'
import { notifyFailure } from './notices.ts'

interface OpenedLaterProps {
  open: () => void
  close: () => void
  /** While the code is on its way. */
  fallback?: ReactNode
  children: ReactNode
}

/**
 * Around what opens over every page and whose code comes when it is asked for: where it does not come, that is said with the way to try again,
 * and the page beneath goes on. React has no other way than a class.
 */
export class OpenedLater extends Component<OpenedLaterProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(problem: unknown) {
    forgetRefused()
    openingFailed()
    const { open, close } = this.props
    const t = i18next.getFixedT(null, 'common')
    const reference = bugReference(problem)
    notifyFailure(() => ({ title: t('failure.opening.title'), hint: t('failure.opening.hint'), reference }), {
      action: { label: () => t('action.tryAgain'), run: open },
    })
    close()
  }

  override render() {
    if (this.state.hasFailed) return null
    return <Suspense fallback={this.props.fallback ?? null}>{this.props.children}</Suspense>
  }
}

/** While what one types into is on its way: what is typed waits for it, and does nothing on the page beneath. */
export function KeysWait() {
  useLayoutEffect(() => holdKeysForOpening(), [])
  return null
}
