import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { workspaceStatus } from '../../../lib/common-queries.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { type Joined, join } from '../team.actions.ts'
import { CertificateQuestion } from './CertificateQuestion.tsx'
import styles from './JoinForm.module.css'

const FIELDS = { address: 300, code: 60, name: LONGEST.personName, deskName: LONGEST.personName } as const
type Field = keyof typeof FIELDS

export interface JoinFormProps {
  /** Of a desk that joins its own hub anew. */
  address?: string
  onJoined?: () => void
}

/** Address, code and a name for this desk. Refused, every field keeps its words and the fault stands under the one to mend. */
export function JoinForm({ address = '', onJoined }: JoinFormProps) {
  const { t } = useTranslation('team')
  // As the machine is called elsewhere too; typed over where the desk has a better name.
  const machine = useQuery(workspaceStatus).data?.machineName ?? ''
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({})
  const [refused, setRefused] = useState<Extract<Joined, { ok: false }> | null>(null)
  const [isRejected, setIsRejected] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const [isNameAsked, setIsNameAsked] = useState(false)
  const [isJoining, setIsJoining] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const values: Record<Field, string> = { address, code: '', name: '', deskName: machine.slice(0, 60), ...typed }
  const asked: readonly Field[] = isNameAsked
    ? ['address', 'code', 'name', 'deskName']
    : ['address', 'code', 'deskName']
  const isMissing = (field: Field) => values[field].trim() === ''
  const toField = (field: Field) => form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus()

  const send = async (acceptFingerprint?: string) => {
    setHasTried(true)
    setIsRejected(false)
    if (isJoining) return
    const wrong = asked.find((field) => isMissing(field) || textFault(values[field], FIELDS[field]) !== null)
    if (wrong !== undefined) return toField(wrong)
    setIsJoining(true)
    const { name, ...rest } = values
    const answer = await join({
      ...rest,
      ...(isNameAsked ? { name } : {}),
      ...(acceptFingerprint && { acceptFingerprint }),
    })
    setIsJoining(false)
    if (answer.ok) return onJoined?.()
    setRefused(answer)
    if (answer.field === 'name') {
      setHasTried(false)
      setIsNameAsked(true)
    } else if (answer.field === 'address' || answer.field === 'code') toField(answer.field)
  }
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const confirmChord = useChord('dialog.confirm')
  const faultOf = (field: Field) => {
    if (refused?.field === field) return refused.words()
    return hasTried && isMissing(field) ? t('join.missing') : undefined
  }
  const field = (name: Field) => ({
    name,
    longest: FIELDS[name],
    value: values[name],
    error: faultOf(name),
    // The fault of another field stays until it is mended.
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped({ ...typed, [name]: event.currentTarget.value })
      if (refused?.field === name || refused?.field === 'certificate' || refused?.field === null) setRefused(null)
    },
  })
  return (
    <form
      className={styles.form}
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        // Of a form inside another step, that step's form hears it too.
        event.stopPropagation()
        void send()
      }}
    >
      <TextField label={t('join.address')} description={t('join.addressHint')} {...field('address')} />
      <TextField label={t('join.code')} description={t('join.codeHint')} {...field('code')} />
      {isNameAsked ? (
        <TextField label={t('join.name')} description={t('join.nameHint')} {...field('name')} autoFocus />
      ) : null}
      <TextField label={t('join.desk')} description={t('join.deskHint')} {...field('deskName')} />
      {refused?.field === 'certificate' ? (
        <CertificateQuestion
          fingerprint={refused.fingerprint}
          busy={isJoining}
          onAccept={() => void send(refused.fingerprint)}
          onReject={() => {
            setRefused(null)
            setIsRejected(true)
          }}
        />
      ) : (
        <div className={styles.foot}>
          <p className={styles.refused} role="alert">
            {refused !== null && refused.field === null ? refused.words() : null}
            {isRejected ? t('certificate.rejected') : null}
          </p>
          <Button type="submit" tone="primary" busy={isJoining} chord={confirmChord}>
            {t('join.submit')}
          </Button>
        </div>
      )}
    </form>
  )
}
