"""What bin/bench matching measures beside Mainstay: scipy's linear_sum_assignment on the same table.

    matching.py TABLE SIZE

TABLE holds SIZE times SIZE integers of eight bytes. Each line of standard input is a task, "scipy assignment";
each line of standard output its time in milliseconds and the total, as JSON.
"""
import json
import sys
import time

try:
    import numpy
    import scipy
    from scipy.optimize import linear_sum_assignment
except ImportError as missing:
    sys.exit(f"{missing.name} is missing; on Debian: apt-get install python3-scipy")

size = int(sys.argv[2])
table = numpy.fromfile(sys.argv[1], dtype="<i8").reshape(size, size).astype(float)

print(json.dumps({"scipy": scipy.__version__, "numpy": numpy.__version__}), flush=True)
for line in sys.stdin:
    started = time.perf_counter()
    rows, columns = linear_sum_assignment(table)
    took = (time.perf_counter() - started) * 1000
    print(json.dumps({"took": took, "result": [float(table[rows, columns].sum())]}), flush=True)
