import { expect, test } from 'vitest'
import { parseHubArguments } from './hub-arguments.ts'

const database = 'postgres://hub@db/earshot'
const read = (line: string, environment: Record<string, string> = {}) =>
  parseHubArguments(line === '' ? [] : line.split(' '), environment)
const sentence = (line: string, environment?: Record<string, string>) => {
  const answer = read(line, environment)
  return answer.ok ? answer.arguments : answer.sentence
}

test('a hub needs its database, and a certificate as soon as others connect', () => {
  expect(read(`--database ${database} --cert a.pem --key b.pem --name East --lang en`)).toEqual({
    ok: true,
    arguments: {
      ...{ isDemo: false, database, host: '::', port: 8443, tls: { certificate: 'a.pem', key: 'b.pem' } },
      login: null,
      ...{ name: 'East', codeFor: null, language: 'en' },
    },
  })
  expect(sentence('--host 127.0.0.1 --port 0 --lang zh', { EARSHOT_DATABASE: database })).toMatchObject({
    ...{ database, host: '127.0.0.1', port: 0, tls: null, name: '听线中心' },
  })
  expect(sentence('--demo --lang en')).toMatchObject({ isDemo: true, database: null, host: '127.0.0.1', port: 0 })
  const login = '--oidc-issuer https://login.example/x --oidc-client-id desk'
  const offer = { issuer: 'https://login.example/x', clientId: 'desk', claim: 'email' }
  expect(sentence(`--demo ${login}`)).toMatchObject({ login: offer })
  expect(sentence(`--demo ${login} --oidc-claim employee_number`)).toMatchObject({
    login: { ...offer, claim: 'employee_number' },
  })
  expect(sentence(`--database ${database} --code --role note-taker`)).toMatchObject({ codeFor: 'note_taker' })
})

test.each([
  ['', '--database postgres://'],
  ['--database=', '--database postgres://'],
  [`--database ${database}`, 'add --cert and --key'],
  [`--database ${database} --host 0.0.0.0`, 'add --cert and --key'],
  [`--database ${database} --host 127.0.0.1.example.com`, 'add --cert and --key'],
  ['--demo --host 10.0.0.5', 'add --cert and --key'],
  [`--database ${database} --cert a.pem`, 'give both'],
  ['--demo --port 70000', '«70000»'],
  ['--demo --code --role boss', '«boss»'],
  ['--demo --oidc-issuer https://login.example', '--oidc-client-id ID'],
  ['--demo --oidc-client-id desk', '--oidc-issuer URL'],
  ['--demo --oidc-claim email', '--oidc-issuer URL'],
  ['--demo --oidc-issuer http://login.example --oidc-client-id desk', '«http://login.example»'],
  ['--demo --oidc-issuer login.example --oidc-client-id desk', '«login.example»'],
  ['--demo --colour', 'could not be read'],
  ['--demo extra', 'could not be read'],
])('%s is refused in one sentence, in both languages', (line, words) => {
  expect(sentence(`--lang en ${line}`.trim())).toContain(words)
  expect(sentence(`--lang zh ${line}`.trim())).toMatch(/[\p{Script=Han}][^。]*。$/u)
})

test('a language that is none is refused', () => {
  expect(sentence('--demo --lang fr')).toMatch(/--lang/)
})
