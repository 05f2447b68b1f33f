"""What bin/bench graphs measures beside Mainstay: python-igraph and networkx on the same links.

    graphs.py LINKS NODES

LINKS holds two integers and a weight on each line. Each line of standard input is a task, "igraph constraint";
each line of standard output its time in milliseconds and what came out, as JSON.
"""
import json
import sys
import time

try:
    import igraph
    import networkx
except ImportError as missing:
    sys.exit(f"{missing.name} is missing; on Debian: apt-get install python3-igraph python3-networkx")

links = [line.split() for line in open(sys.argv[1])]
links = [(int(a), int(b), float(w)) for a, b, w in links]
nodes = int(sys.argv[2])
hundred = [n * (nodes // 100) for n in range(100)]

ig = igraph.Graph(n=nodes, edges=[(a, b) for a, b, _ in links])
ig.es["weight"] = [w for _, _, w in links]
ig.es["length"] = [1 / w for _, _, w in links]
nx = networkx.Graph()
nx.add_nodes_from(range(nodes))
nx.add_edges_from((a, b, {"cost": w}) for a, b, w in links)


def far(rows):
    """Of each source, how far all it reaches are together."""
    return [sum(d for d in row if d != float("inf")) for row in rows]


# Each task: what is timed, and what of its result is said.
tasks = {
    "igraph constraint": (lambda: ig.constraint(), list),
    "igraph betweenness": (lambda: ig.betweenness(), list),
    "igraph strength": (lambda: ig.betweenness(weights="length"), list),
    "igraph paths": (lambda: ig.distances(source=hundred, weights="weight"), far),
    "igraph louvain": (lambda: ig.community_multilevel(), lambda found: [found.modularity]),
    "networkx constraint": (lambda: networkx.constraint(nx, nodes=hundred), lambda found: [found[n] for n in hundred]),
    # Its betweenness of all would take minutes: of forty sources, which is that part of the work.
    "networkx betweenness": (lambda: networkx.betweenness_centrality(nx, k=40, seed=1), lambda _: []),
    "networkx paths": (lambda: [networkx.single_source_dijkstra_path_length(nx, s, weight="cost") for s in hundred], lambda found: far(r.values() for r in found)),
}
scale = {"networkx betweenness": nodes / 40}

print(json.dumps({"igraph": igraph.__version__, "networkx": networkx.__version__}), flush=True)
for line in sys.stdin:
    task = line.strip()
    work, say = tasks[task]
    started = time.perf_counter()
    result = work()
    took = (time.perf_counter() - started) * 1000 * scale.get(task, 1)
    print(json.dumps({"took": took, "result": say(result)}), flush=True)
