/**
 * The circles of a graph, one for each knot of files that reach each other: the shortest way round from its first file
 * by name. `graph` maps a file to the files it imports; what is not a key of it is left out.
 */
export function circlesOf(graph) {
  const reach = new Map([...graph.keys()].map((file) => [file, reachedFrom(graph, file)]))
  const told = new Set()
  const circles = []
  for (const file of [...graph.keys()].sort()) {
    if (told.has(file) || !reach.get(file).has(file)) continue
    for (const other of reach.get(file)) if (reach.get(other)?.has(file)) told.add(other)
    circles.push(shortestWayRound(graph, file))
  }
  return circles
}

function reachedFrom(graph, start) {
  const reached = new Set()
  const open = [start]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const next of graph.get(file) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(next)
    }
  }
  return reached
}

/** [start, …, start], breadth first. */
function shortestWayRound(graph, start) {
  const ways = [[start]]
  const seen = new Set()
  for (const way of ways) {
    for (const next of graph.get(way.at(-1)) ?? []) {
      if (next === start) return [...way, start]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return [start, start]
}
