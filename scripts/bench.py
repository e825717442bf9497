"""Times whole builds of a book of N people, with the memory of all processes, against plain WeasyPrint.

    scripts/bench                     1,000 people, as a table
    scripts/bench --people 5000 --no-plain
    scripts/bench --people 200 --json > bench.json
    scripts/bench --catalogs          the merge of 5,000 texts, 1,000 of them changed

Each figure is one run of `make-book build -e print -j JOBS` as a user runs it, start of Python included:
cold_s nothing in the store; unchanged_s nothing changed; edit_s one word of one profile; grow_s one profile a page
longer; new_s one profile more; translate_s one translation in the catalog; plain_s one HTML document of all pages with
the same style sheets through WeasyPrint alone. Of a cold build's CPU time, press_share is what the press stage took for
the sheets, pictures_share what converting the pictures took. Memory: proportional set size (PSS), summed over all
processes, its peak in MB, sampled four times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench_book import person_id, write_book, write_person
from bench_catalogs import catalogs

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1000, help="how many (default 1000)")
    parser.add_argument("--jobs", "-j", type=int, default=2, help="worker processes (default 2)")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    parser.add_argument("--no-plain", action="store_true", help="leave out plain WeasyPrint: it is slow")
    parser.add_argument("--keep", metavar="DIR", help="make the book here, and leave it")
    parser.add_argument("--catalogs", action="store_true", help="only the merge of message catalogs: processor seconds")
    parser.add_argument("--texts", type=int, default=5000, help="with --catalogs: how many (default 5000)")
    parser.add_argument("--changed", type=int, default=1000, help="with --catalogs: how many changed (default 1000)")
    options = parser.parse_args()
    if options.catalogs:
        tell_figures(catalogs(options.texts, options.changed, options.json), options.json)
        return
    folder = Path(options.keep or tempfile.mkdtemp(prefix="bench-"))
    try:
        figures = measure(folder, options.people, options.jobs, not options.no_plain, options.json)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    tell_figures(figures, options.json)


def tell_figures(figures: dict[str, float | int], as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures))
        return
    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:>14,}" if isinstance(value, int) else f"{name:<{width}}  {value:>14,.2f}")


def measure(folder: Path, people: int, jobs: int, plain: bool, quiet: bool) -> dict[str, float | int]:
    """All figures for a book of `people`."""

    def tell(words: str) -> None:
        if not quiet:
            print(words, file=sys.stderr, flush=True)

    tell(f"making a book of {people} people ...")
    for name in ("chapters", ".book", "out", "plain"):
        shutil.rmtree(folder / name, ignore_errors=True)
    write_book(folder, people)
    command = [
        sys.executable,
        "-P",
        "-s",
        "-X",
        "utf8",
        "-m",
        "book",
        "build",
        "-C",
        str(folder),
        "-j",
        str(jobs),
        "-l",
        "ru",
        "-e",
        "print",
    ]
    chapters = folder / "chapters"
    figures: dict[str, float | int] = {"people": people}
    pdf = folder / "out/ru/print/interior.pdf"
    middle = people // 2 - (people // 2 % 10 == 9)

    def build(name: str) -> None:
        tell(f"{name} ...")
        seconds, peak = run([*command, "--format", "json"])
        figures[f"{name}_s"] = seconds
        figures["peak_mb"] = max(figures.get("peak_mb", 0.0), peak)

    before = cpu()
    build("cold")
    state = json.loads((folder / ".book/state/ru-print.json").read_text(encoding="utf-8"))
    spent = cpu() - before
    figures["press_share"] = round(state["pressing"]["sheets"] / spent, 3)
    figures["pictures_share"] = round(state["pressing"]["pictures"] / spent, 3)
    report = json.loads((pdf.parent / "report.json").read_text(encoding="utf-8"))
    figures["pages"], figures["bytes"] = report["pages"], pdf.stat().st_size
    build("unchanged")
    profile = chapters / "profiles" / f"{person_id(middle)}.md"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("Хирург,", "Терапевт,"), encoding="utf-8")
    build("edit")
    write_person(chapters, middle, {}, more=5)
    build("grow")
    write_person(chapters, people if people % 10 != 9 else people + 1, {})
    build("new")
    catalog = chapters / "locale/ru/kk/profiles.po"
    words = catalog.read_text(encoding="utf-8")
    catalog.write_text(words.replace("спокойный голос", "тихий голос", 1), encoding="utf-8")
    build("translate")
    if plain:
        tell("plain WeasyPrint ...")
        helper = [sys.executable, "-P", "-s", "-X", "utf8", str(ROOT / "scripts/bench_plain.py"), str(folder)]
        subprocess.run([*helper, "prepare"], check=True)
        figures["plain_s"], figures["plain_peak_mb"] = run([*helper, "set"])
        figures["times_faster"] = round(figures["plain_s"] / figures["cold_s"], 2)
    return figures


def cpu() -> float:
    """CPU seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak PSS in MB of a command and everything it starts; its failure ends the bench."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True)
        peaks = [0.0]
        ended = threading.Event()
        watching = threading.Thread(target=watch, args=(process.pid, peaks, ended))
        watching.start()
        process.wait()
        seconds = time.monotonic() - begin
        ended.set()
        watching.join()
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return round(seconds, 3), round(max(peaks), 1)


def watch(session: int, peaks: list[float], ended: threading.Event) -> None:
    """Adds the memory of a session's processes to `peaks`, four times a second."""
    while not ended.wait(0.25):
        peaks.append(memory(session))


def memory(session: int) -> float:
    """PSS in MB of all processes of a session."""
    total = 0
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                if os.getsid(int(name)) != session:
                    continue
                with open(f"/proc/{name}/smaps_rollup", encoding="ascii") as file:
                    total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
            except (OSError, StopIteration):
                continue
    return total / 1024


if __name__ == "__main__":
    main()
