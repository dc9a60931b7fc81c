"""The background worker on a benchmark's own database, named as for `bench.serving`."""

from __future__ import annotations

import bench.serving  # noqa: F401  # sets Django up on the benchmark's database
from sidamping.edges.worker.run import run_worker

if __name__ == "__main__":
    run_worker()
