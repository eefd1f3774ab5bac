/** Stands in for a delivery on a drive that stopped answering: takes the job, says its name, and never comes back. */
process.on('message', () => {
  process.send?.({ kind: 'alive', pid: process.pid })
  // Keeps the process and ignores that the starter is gone, as a hung system call would.
  setInterval(() => {}, 3_600_000)
})
process.on('disconnect', () => {})
