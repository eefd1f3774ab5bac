import type { ChildProcess } from 'node:child_process'
import type { Answer, PageOrder, QuestionName, Questions } from './messages.ts'

export type AskMain = <Name extends QuestionName>(
  name: Name,
  ask: Questions[Name]['ask'],
) => Promise<Questions[Name]['answer']>

/** Numbered questions to main's process, and its orders on the way back. Everything open fails when the process ends. */
export function talkTo(main: ChildProcess, obey: (order: PageOrder) => void): AskMain {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let nextNumber = 1
  main.on('message', (message: PageOrder | Answer) => {
    if ('order' in message) return obey(message)
    const question = waiting.get(message.number)
    waiting.delete(message.number)
    if (message.ok) question?.resolve(message.value as never)
    else question?.reject(new Error(message.message))
  })
  main.on('exit', () => {
    for (const question of waiting.values()) question.reject(new Error('main has ended'))
    waiting.clear()
  })
  return (name, ask) =>
    new Promise((resolve, reject) => {
      if (!main.connected) return reject(new Error('main has ended'))
      const number = nextNumber++
      waiting.set(number, { resolve, reject })
      main.send({ number, name, ask }, (error) => {
        if (error !== null) reject(error)
      })
    })
}
