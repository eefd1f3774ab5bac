import { Component, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { bugReference } from '../lib/bug-reference.ts'
import { forgetRefused } from '../lib/lazy-page.tsx'
import { pageFailed } from '../lib/waiting-keys.ts'
import { FailedState } from '../ui/FailedState.tsx'

interface BoundaryProps {
  /** When it changes (another page), the next screen gets its chance. */
  resetKey?: string
  children: ReactNode
}

/** Keeps a bug of one page on that page. React has no other way than a class. */
export class ScreenBoundary extends Component<BoundaryProps, { problem: unknown }> {
  override state: { problem: unknown } = { problem: undefined }

  static getDerivedStateFromError(problem: unknown) {
    return { problem }
  }

  override componentDidCatch() {
    forgetRefused()
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.problem !== undefined)
      this.setState({ problem: undefined })
  }

  override render() {
    if (this.state.problem === undefined) return this.props.children
    return <BrokenScreen problem={this.state.problem} onRetry={() => this.setState({ problem: undefined })} />
  }
}

function BrokenScreen({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common')
  useEffect(pageFailed, [])
  return (
    <FailedState
      isPage
      title={t('failure.screen.title')}
      hint={t('failure.screen.hint')}
      reference={bugReference(problem)}
      onRetry={onRetry}
    />
  )
}
