/** Calls about agents and thanks that need no version that was seen, and why. */
export const unguardedAgents = {
  'agents.name': 'the last word counts, and who was named before comes back',
  'agents.takeBack': 'names again who was named before, with the call held',
  'thanks.collect': 'new, once for each note',
  'thanks.takeBack': 'only while it was not handed over',
  'thanks.handOver': 'those that wait still; it answers which',
  'thanks.handBack': 'names what it takes back',
  'thanks.writePage': 'new',
}
