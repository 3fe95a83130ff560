"""FasterRisk on training folds, for bench/scorecard.ts: python scorecard-peer.py CSV FOLDS SETTING

SETTING is JSON: k, folds. Prints for each fold the seconds by the clock and of the processor, and the training log loss, as JSON.
Needs fasterrisk 0.1.10. The outcome is the first column of CSV; FOLDS says which fold each row is held out in.
"""

import json
import sys
import time

import numpy as np
import pandas as pd
from fasterrisk.fasterrisk import RiskScoreOptimizer

csv, folds, setting = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
data = pd.read_csv(csv).to_numpy(dtype=float)
held = pd.read_csv(folds).to_numpy()
fold_of = np.empty(len(data), dtype=int)
fold_of[held[:, 0]] = held[:, 1]
answers = []
for fold in setting["folds"]:
    train = data[fold_of != fold]
    x, y = train[:, 1:], np.where(train[:, 0] == 1, 1.0, -1.0)
    clock, processor = time.perf_counter(), time.process_time()
    optimizer = RiskScoreOptimizer(X=x, y=y, k=setting["k"])
    optimizer.optimize()
    seconds = {"seconds": time.perf_counter() - clock, "processorSeconds": time.process_time() - processor}
    multipliers, intercepts, coefficients = optimizer.get_models()
    log_odds = (intercepts[0] + x @ coefficients[0]) / multipliers[0]
    answers.append({"fold": fold, **seconds, "trainLogLoss": float(np.mean(np.logaddexp(0, -y * log_odds)))})
print(json.dumps(answers))
