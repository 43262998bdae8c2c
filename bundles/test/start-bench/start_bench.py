#!/usr/bin/env python3
"""Measures how long FXD takes from its start to its prompt, and how much memory it then has.

    bundles/test/start-bench/start_bench.py [--runs N] [--karaf FOLDER] [--fxd FOLDER]

Compares with a bare Felix (the framework of the distribution, with Gogo in it) and, if the folder of an unpacked
Apache Karaf is given, with that. Each is started in a terminal of its own, until its prompt is there; cold means with a
new data folder, warm with one that was used before. The medians of N runs are printed, and FXD's share of the others'.
Needs Python 3.8 or newer on Linux, a JDK, and a built clone (./fxd --version builds it).
"""

import argparse
import os
import pathlib
import pty
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

CLONE = pathlib.Path(__file__).resolve().parents[3]

BARE = """
import java.nio.file.*;
import java.util.*;
public class Bare {
  public static void main(String[] args) throws Exception {
    var settings = new HashMap<String, String>();
    settings.put("org.osgi.framework.storage", args[0]);
    settings.put("felix.log.level", "1");
    var framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
    framework.start();
    for (int i = 1; i < args.length; i++) {
      framework.getBundleContext().installBundle(Path.of(args[i]).toUri().toString()).start();
    }
    System.out.println("g! ");
    System.in.read();
    framework.stop();
    framework.waitForStop(0);
  }
}
"""


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", "java")) if home else "java"


def processes_below(pid):
    """A process and all that it started, by Linux's own tables."""
    found, waiting = [], [pid]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as children:
                    waiting.extend(int(child) for child in children.read().split())
        except OSError:
            pass
    return found


def resident(pid):
    """The memory of a process and its children, in MB."""
    total = 0
    for one in processes_below(pid):
        try:
            with open(f"/proc/{one}/status", encoding="ascii") as status:
                total += sum(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
        except OSError:
            pass
    return total / 1024


def until_prompt(command, prompt, goodbye, environment=None):
    """Starts a command in a terminal; returns seconds to the prompt, and the memory then."""
    begin = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm", "COLUMNS": "120", **(environment or {})})
        os.execvp(command[0], command)
    seen = b""
    try:
        while prompt not in seen:
            if time.monotonic() - begin > 120 or not select.select([terminal], [], [], 120)[0]:
                raise TimeoutError("no prompt within 120 s")
            seen += os.read(terminal, 65536)
        took = time.monotonic() - begin
        time.sleep(0.3)  # What goes on behind the prompt counts for the memory.
        memory = resident(pid)
        os.write(terminal, goodbye)
        end_by(pid, terminal, time.monotonic() + 20)
        return took, memory
    except (OSError, TimeoutError) as failure:
        text = seen.decode(errors="replace")
        raise SystemExit(f"{command[0]} did not get to its prompt ({failure}); it said:\n{text}") from failure
    finally:
        for one in processes_below(pid):
            try:
                os.kill(one, signal.SIGKILL)
            except OSError:
                pass
        os.close(terminal)


def end_by(pid, terminal, deadline):
    """Waits for the end of a process, reading what it still has to say."""
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                pass  # The terminal's other side is closed.
        if os.waitpid(pid, os.WNOHANG)[0]:
            return
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def measure(name, runs, start):
    """Cold and warm runs; start(data) returns seconds and memory."""
    result = {}
    with tempfile.TemporaryDirectory(prefix="start-bench-") as work:
        cold = [start(os.path.join(work, f"cold-{i}")) for i in range(runs)]
        data = os.path.join(work, "warm")
        start(data)
        warm = [start(data) for _ in range(runs)]
    for kind, figures in (("cold", cold), ("warm", warm)):
        seconds = statistics.median(figure[0] for figure in figures)
        memory = statistics.median(figure[1] for figure in figures)
        result[kind] = (seconds, memory)
        least = min(figure[0] for figure in figures)
        print(f"{name:12} {kind}  {seconds:6.2f} s (least {least:.2f})  {memory:6.0f} MB", flush=True)
    return result


def fxd_home(given):
    if given:
        return pathlib.Path(given).resolve()
    homes = sorted((CLONE / "runtime/org.fxd.distribution/target").glob("fxd-*/bin/fxd"))
    if not homes:
        raise SystemExit("FXD is not built yet: ./fxd --version builds it")
    return homes[-1].parents[1]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=5, help="how often each is started; 5 if not given")
    options.add_argument("--karaf", help="the folder of an unpacked Apache Karaf")
    options.add_argument("--fxd", help="the folder of an unpacked distribution; the clone's own if not given")
    chosen = options.parse_args()
    home = fxd_home(chosen.fxd)
    script = str(home / "bin" / "fxd")
    print(f"{home.name}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, medians of {chosen.runs}")

    with tempfile.TemporaryDirectory(prefix="start-bench-") as classes:
        framework = next((home / "lib").glob("org.apache.felix.framework-*.jar"))
        gogo = next((home / "bundles").glob("org.apache.felix.gogo.runtime-*.jar"))
        source = pathlib.Path(classes, "Bare.java")
        source.write_text(BARE, encoding="utf-8")
        subprocess.run([java() + "c", "-cp", str(framework), "-d", classes, str(source)], check=True)
        bare = [java(), "-cp", f"{framework}{os.pathsep}{classes}", "Bare"]
        others = {
            "bare Felix": measure(
                "bare Felix",
                chosen.runs,
                lambda data: until_prompt([*bare, data, str(gogo)], b"g! ", b"\r"),
            )
        }
    # No arguments: that is how a person gets to the prompt. The data folder is named by the environment.
    fxd = measure(
        "FXD",
        chosen.runs,
        lambda data: until_prompt([script], b"\x1b[?2004h", b"exit\r", {"XDG_DATA_HOME": data}),
    )
    if chosen.karaf:
        others["Karaf"] = measure("Karaf", chosen.runs, karaf(pathlib.Path(chosen.karaf).resolve()))
    for name, figures in others.items():
        for kind in ("cold", "warm"):
            time_share = fxd[kind][0] / figures[kind][0]
            memory_share = fxd[kind][1] / figures[kind][1]
            print(f"FXD / {name:10} {kind}  {time_share:5.2f} of the time, {memory_share:5.2f} of the memory")


def karaf(folder):
    """Starts a Karaf without touching its folder, but for what it writes into its etc."""

    def start(data):
        os.makedirs(os.path.join(data, "data"), exist_ok=True)
        etc = os.path.join(data, "etc")
        if not os.path.exists(etc):
            shutil.copytree(folder / "etc", etc)
        environment = {"KARAF_DATA": os.path.join(data, "data"), "KARAF_ETC": etc, "KARAF_LOG": data}
        return until_prompt([str(folder / "bin" / "karaf")], b"@root", b"shutdown -f\r", environment)

    return start


if __name__ == "__main__":
    sys.exit(main())
