#!/usr/bin/env python3
"""Runs the JMH benchmarks of the graph and shows how each grows with the number of nodes.

    bundles/test/graph-bench/graph_bench.py [--sizes 1000,10000,...] [--store memory,file] [--quick] [NAME...]
    bundles/test/graph-bench/graph_bench.py --heap [--sizes 1000,10000,...]

NAME is part of a benchmark's name, such as Edit or select; all if none is given. Growth is the figure divided by that at
10,000 nodes (or the smallest size): an edit, a diff of two neighbours and an indexed select are to stay below 2.
Needs Python 3.8 or newer, Maven and a JDK. Builds the clone first.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

CLONE = pathlib.Path(__file__).resolve().parents[3]
MODULE = CLONE / "bundles/test/org.fxd.benchmarks"


def build():
    subprocess.run(
        ["mvn", "-B", "-ntp", "-Pquick", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
         "-pl", ":org.fxd.benchmarks", "-am", "package", "dependency:build-classpath",
         "-Dmaven.test.skip.exec=true", "-Dmdep.outputFile=target/classpath.txt", "-Dmdep.includeScope=compile"],
        cwd=CLONE, check=True)
    jar = next(MODULE.glob("target/org.fxd.benchmarks-*.jar"))
    return f"{jar}:{(MODULE / 'target/classpath.txt').read_text().strip()}"


def run(classpath, options):
    with tempfile.TemporaryDirectory() as folder:
        result = pathlib.Path(folder) / "result.json"
        command = ["java", "-cp", classpath, "org.openjdk.jmh.Main", "-rf", "json", "-rff", str(result), "-v", "SILENT"]
        if options.sizes:
            command += ["-p", f"size={options.sizes}"]
        if options.store:
            command += ["-p", f"store={options.store}"]
        if options.quick:
            command += ["-wi", "2", "-i", "3"]
        subprocess.run(command + options.names, check=True)
        return json.loads(result.read_text())


def show(results):
    rows = {}
    for result in results:
        parameters = dict(result["params"])
        size = int(parameters.pop("size"))
        name = result["benchmark"].rsplit(".", 2)[-2].replace("Benchmark", "") + "." + result["benchmark"].rsplit(".", 1)[-1]
        key = (name, " ".join(parameters.values()))
        metric = result["primaryMetric"]
        median = metric["scorePercentiles"]["50.0"]
        rows.setdefault(key, {})[size] = (median, metric["scoreUnit"])
    print(f"{'benchmark':28} {'':8} {'nodes':>10} {'median':>14} {'unit':8} {'growth':>8}")
    for (name, parameters), sizes in rows.items():
        base = sizes.get(10000, sizes[min(sizes)])[0]
        for size in sorted(sizes):
            median, unit = sizes[size]
            print(f"{name:28} {parameters:8} {size:>10,} {median:>14,.2f} {unit:8} {median / base:>8.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes")
    parser.add_argument("--store")
    parser.add_argument("--quick", action="store_true", help="fewer iterations")
    parser.add_argument("--heap", action="store_true", help="only the heap that a node takes")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if options.heap:
        classpath = build()
        for size in (options.sizes or "100000,1000000").split(","):
            subprocess.run(
                ["java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", classpath, "org.fxd.benchmarks.HeapPerNode", size], check=True)
        return
    results = run(build(), options)
    if not results:
        sys.exit("no benchmark has that name")
    show(results)


if __name__ == "__main__":
    main()
