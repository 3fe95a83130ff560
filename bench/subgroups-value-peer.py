"""pysubgroup's search for a number, for bench/subgroups-value.ts: python subgroups-value-peer.py CSV SELECTORS SETTING

SETTING is JSON: space, target, depth, sizePower, keep, algorithm. Prints seconds, peak memory and the top as JSON. Needs pysubgroup.
"""

import json
import resource
import sys
import time

import pandas as pd
import pysubgroup as ps


def selector(named):
    if "equals" in named:
        return ps.EqualitySelector(named["field"], named["equals"])
    low = float("-inf") if named["from"] is None else named["from"]
    high = float("inf") if named["below"] is None else named["below"]
    return ps.IntervalSelector(named["field"], low, high)


csv, selectors, setting = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
data = pd.read_csv(csv)
named = json.load(open(selectors))[setting["space"]]
space = [selector(one) for one in named if one["field"] != setting["target"]]
search = ps.DFSNumeric() if setting["algorithm"] == "DFSNumeric" else ps.Apriori(use_numba=False)
task = ps.SubgroupDiscoveryTask(
    data,
    ps.NumericTarget(setting["target"]),
    space,
    qf=ps.StandardQFNumeric(setting["sizePower"]),
    result_set_size=setting["keep"],
    depth=setting["depth"],
)
before = time.perf_counter()
result = search.execute(task)
seconds = time.perf_counter() - before
per_row = len(data) ** setting["sizePower"]
top = [{"quality": q / per_row, "name": str(sg)} for q, sg, _ in result.results]
peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"seconds": seconds, "peakMiB": peak_mib, "top": sorted(top, key=lambda one: -one["quality"])}))
