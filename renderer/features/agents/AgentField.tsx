import { useQuery } from '@tanstack/react-query'
import { TreePine } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../shared/contract/limits.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isComposing } from '../../lib/composition.ts'
import { isKeepable } from '../../lib/text-fault.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { TooLong } from '../../ui/TooLong.tsx'
import { unremembered } from '../../ui/unremembered.ts'
import styles from './AgentField.module.css'
import { nameAgent, pseudonym } from './agents.actions.ts'
import { agentOfCall } from './agents.queries.ts'

/**
 * Who the agent was: typed, turned into the pseudonym of the day with Enter, and forgotten. What is typed stands in this field alone, so leaving it
 * stores nothing; it is there again as long as the call is.
 */
export function AgentField({ callId, onDone }: { callId: Id; onDone: () => void }) {
  const { t } = useTranslation('agents')
  const agent = useQuery(agentOfCall(callId)).data ?? null
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const enter = () => {
    field.current?.focus()
    field.current?.select()
  }
  useKeys('listen', { 'agents.name': enter })
  const isFit = isKeepable(typed, LONGEST.agent)
  const send = async () => {
    if (typed.trim() === '') return onDone()
    if (!isFit || !(await nameAgent(callId, typed))) return
    setTyped('')
    onDone()
  }
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') return void send()
    setTyped('')
    onDone()
  }
  return (
    <LineField label={t('field.label')}>
      {agent?.isNamed === true ? (
        <output className={styles.name}>
          <TreePine aria-hidden="true" />
          {agent.place === null ? '…' : pseudonym(agent.place)}
        </output>
      ) : null}
      <input
        ref={field}
        value={typed}
        aria-label={t('field.label')}
        aria-invalid={!isFit || undefined}
        placeholder={t(agent?.isNamed === true ? 'field.another' : 'field.hint')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={pressed}
        {...unremembered}
      />
      <KeyCap chord={useChord('agents.name')} />
      <TooLong text={typed} longest={LONGEST.agent} />
    </LineField>
  )
}
