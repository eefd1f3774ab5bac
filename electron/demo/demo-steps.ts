import type { DemoStep } from './stage.ts'

interface SteppedClock {
  set(atMs: number): void
}

/** What happens in the demo, in the order of its times, whoever adds it; of the same time, whatever was added first. */
export function demoSteps(clock: SteppedClock) {
  const steps: DemoStep[] = []
  return {
    later(atMs: number, run: DemoStep['run']): void {
      let [from, to] = [0, steps.length]
      while (from < to) {
        const middle = (from + to) >> 1
        if ((steps[middle]?.atMs ?? 0) <= atMs) from = middle + 1
        else to = middle
      }
      steps.splice(from, 0, { atMs, run })
    },
    /** A step may add later ones. */
    async run(): Promise<void> {
      for (let next = steps.shift(); next !== undefined; next = steps.shift()) {
        clock.set(next.atMs)
        await next.run()
      }
    },
  }
}
