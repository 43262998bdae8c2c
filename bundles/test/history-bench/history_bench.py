#!/usr/bin/env python3
"""Measures history beside Git, JGit and Fossil, on the same tree and the same changes, in one run.

    bundles/test/history-bench/history_bench.py [--source PATH] [--files N]... [--commits N] [--runs N] [--quick] [--built]

Real code is taken from PATH: a folder or a zip file with Java files in it, such as a JDK's src.zip (the clone itself if
not given, which has too few files for the second size). Of so many of its files as --files says (700 and 11,000) a Git
repository is made, with some files of a known form to edit, one large file with 500 versions, as many commits as
--commits says (10,000), and two branches from there, each with one file in a hundred changed, half of them the same
files at other lines. A project is made of it, with the same history, and a Fossil repository, if fossil is installed.

Two tables are printed for each size. The first: FXD in one process, within a host, beside git's commands and JGit in one
process; with the bars that FXD is to keep to. The second: FXD's commands where a shell is open on the project, and where
each starts a Java of its own, beside git's and Fossil's. All are medians, in milliseconds.
Needs Python 3.8 or newer, Maven, a JDK, Git and a gigabyte or two of disk. Builds the clone first, unless --built says
that it is.
"""

import argparse
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

CLONE = pathlib.Path(__file__).resolve().parents[3]
MODULE = CLONE / "bundles/test/org.fxd.benchmarks"
BENCH_FILES = 50
METHODS = 40
LARGE_LINES = 10_000
LARGE_VERSIONS = 500
WHEN = 1_700_000_000

# Name: the bar beside git's command, and beside JGit.
BARS = {
    "commit": (0.1, 0.05),
    "commit, and the edit before": (0.1, 0.05),
    "status": (0.25, None),
    "status, one file edited": (0.25, None),
    "status, work tree": (1, None),
    "diff, names": (0.25, None),
    "diff, lines": (0.25, None),
    "switch": (0.5, None),
    "switch, files": (1.5, None),
    "log": (0.5, None),
    "log, one path": (1, None),
    "log, one author": (1, None),
}
# What FXD does that others do under another name.
SAME = {"commit, and the edit before": "commit", "switch": "switch, files", "diff, snippets": "diff, lines"}
HOST_BAR = 3
# Fossil lists all files in each commit: more of these than that it takes a quarter of an hour to import.
FOSSIL_MOST = 20_000_000
# The bars are for this many files; with less, a process of Git's takes no longer than any does to start.
BARS_FROM = 11_000


def build():
    subprocess.run(
        ["mvn", "-B", "-ntp", "-Pquick", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
         "-pl", ":org.fxd.benchmarks,:org.fxd.distribution", "-am", "package", "dependency:build-classpath",
         "-Dmaven.test.skip.exec=true", "-Dmdep.outputFile=target/classpath.txt", "-Dmdep.includeScope=compile"],
        cwd=CLONE, check=True)


def classpath():
    known = MODULE / "target/classpath.txt"
    if not known.exists():
        sys.exit("The benchmarks are not built: leave --built out")
    return f"{MODULE / 'target/classes'}{os.pathsep}{known.read_text().strip()}"


def distribution():
    homes = sorted(home for home in (CLONE / "runtime/org.fxd.distribution/target").glob("fxd-*") if home.is_dir())
    if not homes:
        sys.exit("The distribution is not built: leave --built out")
    return homes[-1]


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", "java")) if home else "java"


def run(*command, cwd=None, check=True):
    done = subprocess.run([str(each) for each in command], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True)
    if check and done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace")[-2000:]
        sys.exit(f"{' '.join(str(each) for each in command)}: exit code {done.returncode}\n{said}")
    return done


def java_files(source, count):
    """Paths and contents of Java files: the first by path, so that folders stay whole."""
    if source.is_dir():
        paths = sorted(path for path in source.rglob("*.java") if "target" not in path.parts)[:count]
        return {str(path.relative_to(source)): path.read_bytes() for path in paths}
    with zipfile.ZipFile(source) as zipped:
        names = sorted(name for name in zipped.namelist() if name.endswith(".java"))[:count]
        return {name: zipped.read(name) for name in names}


def bench_file(number):
    """A class of methods with a number in each, to be edited."""
    lines = [f"package bench;\n\n/** Something to edit. */\nfinal class Bench{number:02} {{\n"]
    for method in range(METHODS):
        lines.append(
            f"  /** Counts up from {method}. */\n  int count{method}(int to) {{\n    int at = {method};\n"
            f"    while (at < to) {{\n      at += {number + 1};\n    }}\n    return at;\n  }}\n\n")
    lines.append("}\n")
    return "".join(lines).encode()


def large_file():
    lines = ["package bench;\n", "final class Large {\n"]
    for number in range((LARGE_LINES - 3) // 5):
        lines += [f"  int value{number}(int in) {{\n", f"    int out = in + {number};\n", "    out *= 3;\n",
                  "    return out;\n", "  }\n"]
    return b"".join(line.encode() for line in [*lines, "}\n"])


def altered(content, at, text):
    """With a comment line more, about so far into the text."""
    lines = content.split(b"\n")
    spot = int(len(lines) * at)
    return b"\n".join([*lines[:spot], text.encode(), *lines[spot:]])


class Importing:
    """A stream of git fast-import."""

    def __init__(self, repository):
        run("git", "init", "-q", "--bare", "-b", "main", repository)
        self.process = subprocess.Popen(
            ["git", "-C", str(repository), "fast-import", "--quiet"], stdin=subprocess.PIPE)
        self.out = self.process.stdin
        self.moment = WHEN

    def commit(self, branch, message, changed, start=None):
        self.moment += 600
        author = f"Author {self.moment // 600 % 40} <author@example.org> {self.moment} +0100"
        self.out.write(f"commit refs/heads/{branch}\nauthor {author}\ncommitter {author}\n".encode())
        self.data(message.encode())
        if start:
            self.out.write(f"from {start}\n".encode())
        for path, content in changed.items():
            self.out.write(f"M 100644 inline {path}\n".encode())
            self.data(content)
        self.out.write(b"\n")

    def data(self, content):
        self.out.write(b"data %d\n" % len(content) + content + b"\n")

    def end(self):
        self.out.close()
        if self.process.wait():
            sys.exit("git fast-import failed")


def make_repository(options, count, repository):
    chance = random.Random(1)
    files = java_files(options.source, count)
    if len(files) < count:
        print(f"  (the source has {len(files):,} Java files only)")
    paths = list(files)
    files.update({f"bench/Bench{number:02}.java": bench_file(number) for number in range(BENCH_FILES)})
    files["bench/Large.java"] = large_file()
    importing = Importing(repository)
    importing.commit("main", "All that there is", files)
    every = max(1, options.commits // LARGE_VERSIONS)
    for number in range(1, options.commits):
        path = "bench/Large.java" if number % every == 0 else chance.choice(paths)
        files[path] = altered(files[path], chance.random(), f"// Edit {number}.")
        importing.commit("main", f"Edit {number}: {path}\n\nA line more, to see what comes of it.\n", {path: files[path]})
    part = max(2, len(paths) // 100)
    chosen = chance.sample(paths, part + part // 2)
    sides = {"left": (chosen[:part], 0.3), "right": (chosen[part // 2:], 0.7)}
    for branch, (changed, at) in sides.items():
        importing.commit(
            branch, f"Work on the {branch}\n", {path: altered(files[path], at, f"// On the {branch}.") for path in changed},
            start="refs/heads/main")
    importing.end()
    run("git", "-C", repository, "repack", "-adfq")
    print(f"-- {len(files):,} files, {sum(map(len, files.values())) / 1e6:.1f} MB, {options.commits:,} commits, "
          f"{part} files changed on each side")


def figures(options, name, heap, **arguments):
    """Runs one main class; its medians by name."""
    command = [java(), f"-Xmx{heap}", f"-Dfxd.distribution={distribution()}", "-cp", classpath(),
               f"org.fxd.benchmarks.{name}", f"runs={options.runs}", f"quick={str(options.quick).lower()}",
               *(f"{key}={value}" for key, value in arguments.items())]
    found = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith("figure\t"):
                _, what, median, _ = line.rstrip("\n").split("\t")
                found[what] = float(median)
    if process.returncode:
        sys.exit(f"{name} failed")
    return found


class Commands:
    """Times commands of one program; subclasses say which they are."""

    def __init__(self, options):
        self.options = options
        self.number = 0
        self.found = {}

    def measure(self, name, command, before=None, after=None):
        took = []
        for number in range(self.options.runs + 1):
            if before:
                before(number)
            begin = time.monotonic()
            self.do(command(number) if callable(command) else command)
            took.append((time.monotonic() - begin) * 1000)
            if after:
                after(number)
        self.found[name] = statistics.median(took[1:])

    def unique(self):
        self.number += 1
        return 2_000_000 + self.number


def edit_file(tree, number, unique):
    path = tree / f"bench/Bench{number % BENCH_FILES:02}.java"
    text = path.read_text()
    begin = text.index("int at = ")
    path.write_text(text[:begin] + f"int at = {unique};" + text[text.index("\n", begin):])


class Git(Commands):
    def __init__(self, options, tree):
        super().__init__(options)
        self.tree = tree

    def do(self, command):
        run("git", *command, cwd=self.tree)

    def all(self):
        git = self.do
        edit = lambda number: edit_file(self.tree, number, self.unique())
        git(["config", "user.name", "Bench"])
        git(["config", "user.email", "bench@example.org"])
        git(["checkout", "-q", "main"])
        self.measure("status", ["status", "--porcelain"])
        self.found["status, work tree"] = self.found["status"]
        self.measure("status, one file edited", ["status", "--porcelain"], before=edit,
                     after=lambda number: git(["reset", "-q", "--hard"]))
        self.measure("diff, names", ["diff", "--name-status", "main", "left"])
        self.measure("diff, lines", ["diff", "main", "left"])
        self.measure("switch, files", lambda number: ["checkout", "-q", "main" if number % 2 else "left"])
        git(["checkout", "-q", "main"])
        self.measure("log", ["log"])
        self.measure("log, first page", ["log", "-n", "50"])
        self.measure("log, one path", ["log", "--", "bench/Large.java"])
        self.measure("log, one author", ["log", "--author=Author 7 "])
        self.measure("blame", ["blame", "bench/Large.java"])
        git(["checkout", "-q", "left"])
        self.measure("merge", ["merge", "-q", "--no-edit", "right"],
                     after=lambda number: git(["reset", "-q", "--hard", "ORIG_HEAD"]))
        git(["checkout", "-q", "-b", "commands", "main"])
        self.measure("commit", ["commit", "-qam", "Edit"], before=edit)
        git(["checkout", "-q", "main"])
        return self.found


class Fossil(Commands):
    def __init__(self, options, tree):
        super().__init__(options)
        self.tree = tree

    def do(self, command):
        run("fossil", *command, cwd=self.tree)

    def all(self):
        fossil = self.do
        edit = lambda number: edit_file(self.tree, number, self.unique())
        fossil(["user", "default", "bench", "--user", "bench"])
        fossil(["settings", "autosync", "off"])
        fossil(["update", "main"])
        self.measure("status", ["changes"])
        self.measure("status, one file edited", ["changes"], before=edit, after=lambda number: fossil(["revert"]))
        self.measure("diff, names", ["diff", "--brief", "--from", "main", "--to", "left"])
        self.measure("diff, lines", ["diff", "--from", "main", "--to", "left"])
        self.measure("switch, files", lambda number: ["update", "main" if number % 2 else "left"])
        fossil(["update", "main"])
        self.measure("log", ["timeline", "-n", "0", "-t", "ci"])
        self.measure("log, first page", ["timeline", "-n", "50", "-t", "ci"])
        self.measure("log, one path", ["timeline", "-n", "0", "-p", "bench/Large.java"])
        self.measure("blame", ["annotate", "-n", "none", "bench/Large.java"])
        fossil(["update", "left"])
        self.measure("merge", ["merge", "right"], after=lambda number: fossil(["revert"]))
        fossil(["update", "main"])
        self.measure("commit", ["commit", "-m", "Edit", "--no-warnings", "--no-prompt"], before=edit)
        return self.found


class Fxd(Commands):
    """FXD's commands; those that come before another are run where it is cheapest: with it."""

    def __init__(self, options, project, data):
        super().__init__(options)
        self.start = [distribution() / "bin/fxd", "--data", data, "-p", project]

    def do(self, commands):
        run(*self.start, *(word for command in commands for word in ("-c", command)))

    def edit(self, number):
        file = f"Bench{number % BENCH_FILES:02}"
        method = number % METHODS
        self.do([f"node:edit 'bench/{file}.java#{file}.count{method}' --text "
                 f"'  int count{method}(int to) {{ return {self.unique()}; }}'"])

    def all(self):
        undo = lambda number: self.do(["fxd:undo"])
        self.do(["fxd:checkout main"])
        self.measure("status", ["fxd:status"])
        self.measure("status, one file edited", ["fxd:status"], before=self.edit, after=undo)
        self.measure("diff, names", ["fxd:diff main left --stat"])
        self.measure("diff, lines", ["fxd:diff main left"])
        self.measure("switch", lambda number: ["fxd:checkout " + ("main" if number % 2 else "left")])
        self.do(["fxd:checkout main"])
        self.measure("log", [f"fxd:log -n {self.options.commits}"])
        self.measure("log, first page", ["fxd:log -n 50"])
        self.measure("log, one path", [f"fxd:log -n {self.options.commits} --path bench/Large.java"])
        self.measure("log, one author", [f"fxd:log -n {self.options.commits} --author 'Author 7 '"])
        self.measure("blame", ["fxd:blame bench/Large.java"])
        self.do(["fxd:checkout left"])
        self.measure("merge", ["fxd:merge right"], after=undo)
        self.do(["fxd:checkout main"])
        self.measure("commit", ["fxd:commit -m Edit"], before=self.edit, after=undo)
        return self.found


class Shell:
    """A shell that is open on a project."""

    def __init__(self, project, data):
        command = [distribution() / "bin/fxd", "--data", data, "-p", project]
        self.process = subprocess.Popen(
            [str(each) for each in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write("fxd:status\n")
        self.process.stdin.flush()
        while "head" not in self.process.stdout.readline():
            if self.process.poll() is not None:
                sys.exit("The shell did not start")

    def close(self):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()


def number(value):
    return "" if value is None else f"{value:,.2f}" if value >= 0.1 else f"{value:.4f}"


class Table:
    def __init__(self):
        self.missed = []

    def compare(self, count, what, figure, other, bar):
        bar = bar if count >= BARS_FROM else None
        if figure is None or not other:
            return ["", "", ""]
        met = "" if not bar else "yes" if figure / other <= bar else "no"
        if met == "no":
            self.missed.append(what)
        return [f"{figure / other:.3f}", f"{bar:g}" if bar else "", met]

    def in_process(self, count, fxd, git, jgit):
        print(f"{'in process, ms':30} {'FXD':>10} {'git':>10} {'ratio':>7} {'bar':>5} {'met':3} "
              f"{'JGit':>10} {'ratio':>7} {'bar':>5} {'met':3}")
        for name, figure in fxd.items():
            other = SAME.get(name, name)
            git_bar, jgit_bar = BARS.get(name, (None, None))
            ours = self.compare(count, name, figure, git.get(other), git_bar)
            like = self.compare(count, f"{name} beside JGit", figure, jgit.get(other), jgit_bar)
            print(f"{name:30} {number(figure):>10} {number(git.get(other)):>10} {ours[0]:>7} {ours[1]:>5} {ours[2]:3} "
                  f"{number(jgit.get(other)):>10} {like[0]:>7} {like[1]:>5} {like[2]:3}")

    def commands(self, count, held, cold, git, fossil):
        print(f"{'as commands, ms':30} {'FXD, held':>10} {'git':>10} {'ratio':>7} {'bar':>5} {'met':3} "
              f"{'FXD, cold':>10} {'ratio':>7} {'Fossil':>10}")
        for name, figure in held.items():
            other = SAME.get(name, name)
            ours = self.compare(count, f"command {name}", figure, git.get(other), HOST_BAR)
            alone = self.compare(count, name, cold.get(name), git.get(other), None)
            print(f"{name:30} {number(figure):>10} {number(git.get(other)):>10} {ours[0]:>7} {ours[1]:>5} {ours[2]:3} "
                  f"{number(cold.get(name)):>10} {alone[0]:>7} {number(fossil.get(other)):>10}")


def fossil_figures(options, repository, work, too_much):
    """What Fossil takes; where each of many commits lists very many files, only of the newest of them."""
    if not shutil.which("fossil"):
        print("   (Fossil is not installed)")
        return {}
    if too_much:
        newest = work / "newest.git"
        run("git", "clone", "-q", "--bare", "--depth", "20", "--no-single-branch", f"file://{repository}", newest)
        repository = newest
    checkout = work / "fossil"
    checkout.mkdir()
    os.environ.update(FOSSIL_HOME=str(work), USER="bench")
    begin = time.monotonic()
    with subprocess.Popen(["git", "-C", str(repository), "fast-export", "--all"], stdout=subprocess.PIPE) as export:
        subprocess.run(["fossil", "import", "--git", "--rename-master", "main", str(work / "bench.fossil")],
                       stdin=export.stdout, check=True, stdout=subprocess.DEVNULL)
    part = "20 commits" if too_much else "all"
    print(f"   Fossil took {part} in, in {time.monotonic() - begin:.1f} s")
    run("fossil", "open", work / "bench.fossil", cwd=checkout)
    found = Fossil(options, checkout).all()
    return {name: figure for name, figure in found.items() if not (too_much and name.startswith(("log", "blame")))}


def measure(options, count, work, table):
    work.mkdir(parents=True)
    repository, project, data = work / "bench.git", work / "bench.fxd", work / "data"
    make_repository(options, count, repository)
    begin = time.monotonic()
    run(java(), "-Xmx4g", "-cp", classpath(), "org.fxd.benchmarks.store.ImportHistory",
        f"source={repository}", f"work={project}")
    took = time.monotonic() - begin
    packs = sum(path.stat().st_size for path in (repository / "objects/pack").iterdir())
    print(f"   a project of it in {took:.1f} s: {project.stat().st_size / 1e6:.1f} MB; Git's packs {packs / 1e6:.1f} MB")
    tree = work / "tree"
    run("git", "clone", "-q", "--no-hardlinks", repository, tree)
    for branch in ("left", "right"):
        run("git", "branch", "-q", branch, f"origin/{branch}", cwd=tree)
    # Files as old as the index would be read by each status.
    time.sleep(2)
    (tree / ".git/index").unlink()
    run("git", "reset", "-q", cwd=tree)
    git = Git(options, tree).all()
    jgit = figures(options, "history.GitInProcess", "4g", source=tree)
    copy = work / "copy.fxd"
    shutil.copy(project, copy)
    fxd = figures(options, "history.InProcess", "4g", source=copy, work=work)
    table.in_process(count, fxd, git, jgit)
    if options.in_process:
        return
    fossil = fossil_figures(options, repository, work, count * options.commits > FOSSIL_MOST)
    cold = Fxd(options, project, data).all()
    shell = Shell(project, data)
    held = Fxd(options, project, work / "data2").all()
    shell.close()
    table.commands(count, held, cold, git, fossil)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", default=str(CLONE), help="a folder or a zip file with Java files")
    parser.add_argument("--files", type=int, action="append", help="how many files; may be given again")
    parser.add_argument("--commits", type=int, default=10_000, help="how many commits; 10,000 if not given")
    parser.add_argument("--in-process", action="store_true", help="leaves commands out, and Fossil")
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured; 9 if not given")
    parser.add_argument("--quick", action="store_true", help="less warm")
    parser.add_argument("--built", action="store_true", help="the clone is built")
    parser.add_argument("--work", help="a folder for files that are written, and left; a temporary one if not given")
    options = parser.parse_args()
    if not options.built:
        build()
    given = options.work
    work = pathlib.Path(given or tempfile.mkdtemp(prefix="history-bench-"))
    options.source = pathlib.Path(options.source).resolve()
    table = Table()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, medians of {options.runs}, code of {options.source}")
    try:
        for count in options.files or [700, 11_000]:
            measure(options, count, work / str(count), table)
    finally:
        if not given:
            shutil.rmtree(work, ignore_errors=True)
    print(f"load {os.getloadavg()[0]:.1f} at the end; " + (
        "all bars are met" if not table.missed else f"{len(table.missed)} bars are missed: " + "; ".join(table.missed)))


if __name__ == "__main__":
    main()
