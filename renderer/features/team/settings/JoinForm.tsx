import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { workspaceStatus } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { isMemberNow } from '../../../lib/team.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { type Joined, join, logIn } from '../team.actions.ts'
import { CertificateQuestion } from './CertificateQuestion.tsx'
import { CompanyLogin } from './CompanyLogin.tsx'
import styles from './JoinForm.module.css'
import { useCompanyLogin } from './use-company-login.ts'

const FIELDS = { address: 300, code: 60, name: LONGEST.personName, deskName: LONGEST.personName } as const
type Field = keyof typeof FIELDS

export interface JoinFormProps {
  /** Of a desk that joins its own hub anew, or left one. */
  address?: string | undefined
  onJoined?: () => void
}

/** Address, code and a name for this desk. Refused, every field keeps its words and the fault stands under the one to mend. */
export function JoinForm({ address = '', onJoined }: JoinFormProps) {
  const { t } = useTranslation('team')
  // As the machine is called elsewhere too; typed over where the desk has a better name.
  const machine = useQuery(workspaceStatus).data?.machineName ?? ''
  // Joined by the company's login, which comes from outside, the desk is a member before this form knows: then nothing of it waits. Ahead of what keeps its words.
  const done = useRef(() => {})
  useLayoutEffect(
    () => () => {
      if (isMemberNow()) done.current()
    },
    [],
  )
  const left = useLeftForm<Record<Field, string>>(
    'join',
    { address, code: '', name: '', deskName: machine.slice(0, 60) },
    () => textsOf('team')('join.submit'),
  )
  done.current = left.forget
  const { fields: values } = left
  const [refused, setRefused] = useState<Extract<Joined, { ok: false }> | null>(null)
  const [isRejected, setIsRejected] = useState(false)
  /** What the last try could not do without. */
  const [missed, setMissed] = useState<readonly Field[]>([])
  const [isNameAsked, setIsNameAsked] = useState(false)
  const [isJoining, setIsJoining] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const asked: readonly Field[] = isNameAsked
    ? ['address', 'code', 'name', 'deskName']
    : ['address', 'code', 'deskName']
  const login = useCompanyLogin(values.address, onJoined)
  const isMissing = (field: Field) => values[field].trim() === ''
  const toField = (field: Field) => form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus()

  /** Undefined: it was not asked for, as something is missing or another try runs. */
  const tried = async (needed: readonly Field[], ask: () => Promise<Joined>): Promise<Joined | undefined> => {
    setMissed(needed)
    setIsRejected(false)
    if (isJoining) return undefined
    const wrong = needed.find((field) => isMissing(field) || textFault(values[field], FIELDS[field]) !== null)
    if (wrong !== undefined) {
      toField(wrong)
      return undefined
    }
    setIsJoining(true)
    const answer = await ask()
    setIsJoining(false)
    setRefused(answer.ok ? null : answer)
    return answer
  }
  const send = async (acceptFingerprint = login.trusted) => {
    const { name, ...rest } = values
    const trusting = acceptFingerprint && { acceptFingerprint }
    const answer = await tried(asked, () =>
      left.send(join({ ...rest, ...(isNameAsked ? { name } : {}), ...trusting }), ({ ok }) => ok),
    )
    if (answer?.ok === true) return onJoined?.()
    if (answer === undefined) return
    if (answer.field === 'name') {
      setMissed([])
      setIsNameAsked(true)
    } else if (answer.field === 'address' || answer.field === 'code') toField(answer.field)
  }
  const sendToLogin = async () => {
    const { address, deskName } = values
    const acceptFingerprint = login.trusted
    const wish = { address, deskName, ...(acceptFingerprint && { acceptFingerprint }) }
    const answer = await tried(['address', 'deskName'], () => logIn(wish))
    if (answer?.ok === false && answer.field === 'address') toField('address')
  }
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const confirmChord = useChord('dialog.confirm')
  const faultOf = (field: Field) => {
    if (refused?.field === field) return refused.words()
    return missed.includes(field) && isMissing(field) ? t('join.missing') : undefined
  }
  const field = (name: Field) => ({
    name,
    longest: FIELDS[name],
    value: values[name],
    error: faultOf(name),
    // The fault of another field stays until it is mended.
    onChange: (event: { currentTarget: { value: string } }) => {
      left.change({ [name]: event.currentTarget.value })
      if (refused?.field === name || refused?.field === 'certificate' || refused?.field === null) setRefused(null)
    },
  })
  const shown = refused?.field === 'certificate' ? refused.certificate : login.certificate
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
      <TextField
        label={t('join.address')}
        description={t('join.addressHint')}
        {...field('address')}
        onBlur={login.look}
      />
      <TextField label={t('join.code')} description={t('join.codeHint')} {...field('code')} />
      {isNameAsked ? (
        <TextField label={t('join.name')} description={t('join.nameHint')} {...field('name')} autoFocus />
      ) : null}
      <TextField label={t('join.desk')} description={t('join.deskHint')} {...field('deskName')} />
      <CompanyLogin state={login.state} />
      {shown !== null ? (
        <CertificateQuestion
          certificate={shown}
          busy={isJoining}
          onAccept={() => {
            login.compare(shown.fingerprint)
            setRefused(null)
            // It was shown for a code that waits to be sent, or before there was one.
            if (!isMissing('code')) void send(shown.fingerprint)
          }}
          onReject={() => {
            login.compare(null)
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
          {login.issuerHost === null || login.state.kind !== 'none' ? null : (
            <Button busy={isJoining} onClick={() => void sendToLogin()}>
              {t('login.button', { host: login.issuerHost })}
            </Button>
          )}
          <Button type="submit" tone="primary" busy={isJoining} chord={confirmChord}>
            {t('join.submit')}
          </Button>
        </div>
      )}
    </form>
  )
}
