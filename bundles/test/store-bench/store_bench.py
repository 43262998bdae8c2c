#!/usr/bin/env python3
"""Measures the .fxd file beside raw SQLite, through the same driver, on the same texts.

    bundles/test/store-bench/store_bench.py [--source PATH] [--git REPO]... [--only PART]... [--runs N] [--quick] [--built]

Real code is taken from PATH: a folder or a zip file with Java files in it, such as a JDK's src.zip (the clone itself if
not given; what is not enough comes again, altered). The parts are save, load, open, commit, size, and with --git history:
REPO is a bare Git repository, of which a project with the whole history is made and compared with Git's own pack of it.

One table is printed: FXD's median, the other's, their ratio, the bar, and whether it is met. Of times there are two more
ratios: of what nine of ten exceeded, and of the time on processors; both say more than the median on a busy machine.
Needs Python 3.8 or newer, Maven, a JDK, some gigabytes of disk, and Git for the histories. Builds the clone first, unless
--built says that it is.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CLONE = pathlib.Path(__file__).resolve().parents[3]
MODULE = CLONE / "bundles/test/org.fxd.benchmarks"
PARTS = ["save", "load", "open", "commit", "size", "history"]


def build():
    subprocess.run(
        ["mvn", "-B", "-ntp", "-Pquick", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
         "-pl", ":org.fxd.benchmarks", "-am", "package", "dependency:build-classpath",
         "-Dmaven.test.skip.exec=true", "-Dmdep.outputFile=target/classpath.txt", "-Dmdep.includeScope=compile"],
        cwd=CLONE, check=True)


def classpath():
    known = MODULE / "target/classpath.txt"
    if not known.exists():
        sys.exit("The benchmarks are not built: leave --built out")
    return f"{MODULE / 'target/classes'}{os.pathsep}{known.read_text().strip()}"


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", "java")) if home else "java"


class Table:
    """Prints what the parts say, line by line as it comes."""

    def __init__(self):
        self.missed = []

    def head(self):
        print(f"{'':52} {'FXD':>11} {'other':>11} {'':5} {'ratio':>7} {'bar':>6} {'met':4} {'least':>7} {'CPU':>7}")

    def row(self, line):
        kind, what, *fields = line.rstrip("\n").split("\t")
        if kind == "note":
            print(f"  {what}", flush=True)
            return
        fxd, other, unit, bar, least, busy = fields
        figure = float(fxd)
        compared = figure / float(other) if other else figure
        bar = float(bar)
        met = "" if not bar else "yes" if compared <= bar else "no"
        if met == "no":
            self.missed.append(what)
        print(
            f"{what:52} {figure:11,.3f} {float(other) if other else '':>11{',.3f' if other else ''}} {unit:5}"
            f" {f'{compared:.2f}' if other else '':>7} {f'{bar:g}' if bar else '':>6} {met:4}"
            f" {f'{float(least):.2f}' if least else '':>7} {f'{float(busy):.2f}' if busy else '':>7}",
            flush=True)


def part(table, options, name, *arguments, heap="4g"):
    """Runs one main class, and gives what it prints to the table."""
    command = [java(), f"-Xmx{heap}", "-cp", classpath(), f"org.fxd.benchmarks.store.{name}",
               f"work={options.work}", f"runs={options.runs}", f"quick={str(options.quick).lower()}",
               f"source={options.source}", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            table.row(line)
    if process.returncode:
        sys.exit(f"{name} failed")


def whole_process(table, options, megabytes):
    """From the start of ./fxd to its end, with a project of that size: for the record."""
    homes = sorted((CLONE / "runtime/org.fxd.distribution/target").glob("fxd-*/bin/fxd"))
    if not homes:
        print("  (whole processes are not measured: the distribution is not built)")
        return
    project = pathlib.Path(options.work, "whole.fxd")
    for left in options.work.glob("whole.fxd*"):
        left.unlink()
    subprocess.run(
        [java(), "-Xmx4g", "-cp", classpath(), "org.fxd.benchmarks.store.MakeProject",
         f"source={options.source}", f"work={project}", f"sizes={megabytes}"], check=True)
    took = []
    for _ in range(options.runs + 1):
        begin = time.monotonic()
        subprocess.run([str(homes[-1]), "-p", str(project), "-c", "node:ls"], check=True, stdout=subprocess.DEVNULL)
        took.append((time.monotonic() - begin) * 1000)
    table.row(f"limit\t{megabytes} MB: a whole process that lists the top\t{statistics.median(took[1:])}\t\tms\t0\t\t\n")
    project.unlink()


def git_pack(repository, work):
    """Git's pack of all that a repository's references lead to, and its index, in bytes; with new deltas."""
    git = ["git", "-C", str(repository)]
    listed = subprocess.run(
        [*git, "rev-list", "--objects", "--all", "--missing=allow-any"], check=True, capture_output=True).stdout
    # A copy need not be whole; objects that it lacks are left out on both sides.
    checked = subprocess.run(
        [*git, "cat-file", "--batch-check=%(objectname) %(rest)"], input=listed, check=True, capture_output=True,
        env={**os.environ, "GIT_NO_LAZY_FETCH": "1"}).stdout
    there = b"".join(line + b"\n" for line in checked.split(b"\n") if line and not line.endswith(b" missing"))
    with tempfile.TemporaryDirectory(dir=work) as packs:
        subprocess.run(
            [*git, "pack-objects", "-q", "--no-reuse-delta", "--no-reuse-object", "--delta-base-offset", f"{packs}/pack"],
            input=there, check=True, stdout=subprocess.DEVNULL)
        return tuple(next(pathlib.Path(packs).glob(f"*.{ending}")).stat().st_size for ending in ("pack", "idx"))


def history(table, options, repository):
    pack, index = git_pack(repository, options.work)
    print(f"-- {repository}: Git's pack {pack / 1e6:.2f} MB, its index {index / 1e6:.2f} MB")
    part(table, options, "HistoryBench", f"source={repository}", f"sizes={pack},{index}", heap="1g")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", default=str(CLONE), help="a folder or a zip file with Java files")
    parser.add_argument("--git", action="append", default=[], help="a bare Git repository; may be given again")
    parser.add_argument("--only", action="append", choices=PARTS, help="only this part; may be given again")
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured; 9 if not given")
    parser.add_argument("--quick", action="store_true", help="less warm, fewer sizes")
    parser.add_argument("--built", action="store_true", help="the clone is built")
    parser.add_argument("--work", help="a folder for files that are written; a temporary one if not given")
    options = parser.parse_args()
    parts = options.only or PARTS
    if not options.built:
        build()
    given = options.work
    options.work = pathlib.Path(given or tempfile.mkdtemp(prefix="store-bench-"))
    options.work.mkdir(parents=True, exist_ok=True)
    options.source = pathlib.Path(options.source).resolve()
    table = Table()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f}, medians of {options.runs}, code of {options.source}")
    table.head()
    try:
        if "save" in parts:
            part(table, options, "SaveBench", "sizes=10,100")
        if "load" in parts:
            part(table, options, "LoadBench", "sizes=10,100")
        if "open" in parts:
            part(table, options, "OpenBench", "sizes=1,10,100")
            whole_process(table, options, 100)
        if "commit" in parts:
            part(table, options, "CommitBench", "sizes=10000,100000" + ("" if options.quick else ",1000000"), heap="8g")
        if "size" in parts:
            part(table, options, "SizeBench", "sizes=" + ("10" if options.quick else "10,100"))
        if "history" in parts:
            for repository in options.git:
                history(table, options, pathlib.Path(repository).resolve())
    finally:
        if not given:
            shutil.rmtree(options.work)
    print(f"load {os.getloadavg()[0]:.1f} at the end; " + (
        "all bars are met" if not table.missed else f"{len(table.missed)} bars are missed: " + "; ".join(table.missed)))


if __name__ == "__main__":
    main()
