#!/usr/bin/python3
"""Tables and charts of what the trials saw.

usage: report.py RESULTS FOLDER     RESULTS: a folder of JSON files; charts and report.md go to FOLDER
"""
import glob
import json
import os
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402, after the choice of what draws

# Else every drawing of the same figures would be another file.
matplotlib.rcParams["svg.hashsalt"] = "proteus"
matplotlib.rcParams["svg.fonttype"] = "none"
TITLES = {"cpu": "35 AVI clips to FLV", "io": "80 TIFF images to PNG with a watermark"}
RATE_SECONDS = 60


def load(folder):
    trials = []
    for name in glob.glob(os.path.join(folder, "*.json")):
        with open(name, encoding="ascii") as file:
            trials.append(json.load(file))
    return sorted(trials, key=order)


def order(trial):
    return trial["experiment"], trial["policy"] != "fixed", trial["policy"], workers(trial), \
        trial["trial"]


def workers(trial):
    return int(trial["trial"].split("fixed")[1].split("-")[0]) if trial["policy"] == "fixed" else 0


def label(trial):
    return str(workers(trial)) if trial["policy"] == "fixed" else trial["trial"].split("-", 1)[1]


def table(trials):
    """One row a trial; ratios are to the least of all fixed numbers in time and in worker-seconds."""
    fixed = [trial for trial in trials if trial["policy"] == "fixed"]
    quickest = min(trial["seconds"] for trial in fixed)
    cheapest = min(trial["workerSeconds"] for trial in fixed)
    best = min(fixed, key=lambda trial: trial["seconds"] * trial["workerSeconds"])
    regret = best["seconds"] * best["workerSeconds"]
    rows = ["| workers | results | total time | to the quickest | worker-seconds | to the cheapest "
            "| cost x time to the best | boots | changes | left |", "|" + "---|" * 10]
    for trial in trials:
        rows.append("| %s | %d of %d | %.0f s | %.2f | %.0f | %.2f | %.2f | %d | %d | %d |" % (
            label(trial), trial["results"], trial["objects"], trial["seconds"],
            trial["seconds"] / quickest, trial["workerSeconds"], trial["workerSeconds"] / cheapest,
            trial["seconds"] * trial["workerSeconds"] / regret,
            trial["boots"], changes(trial), trial["left"]))
    return "\n".join(rows)


def changes(trial):
    wanted = [decision["wanted"] for decision in trial["decisions"]]
    return sum(one != other for one, other in zip(wanted, wanted[1:]))


def decisions(trial):
    rows = ["| after | workers | wanted | reason |", "|---|---|---|---|"]
    for one in trial["decisions"]:
        rows.append("| %.0f s | %d | %d | %s |" % (
            one["at"], one["workers"], one["wanted"], one["reason"]))
    return "\n".join(rows)


def compare(trials, folder, experiment):
    """Total time and worker-seconds of every trial, side by side."""
    figure, axes = plt.subplots(1, 2, figsize=(10, 4))
    names = [label(trial) for trial in trials]
    colors = ["#4c78a8" if trial["policy"] == "fixed" else "#f58518" for trial in trials]
    for axis, key, title in ((axes[0], "seconds", "total time, s"),
                             (axes[1], "workerSeconds", "worker-seconds, boots included")):
        axis.bar(names, [trial[key] for trial in trials], color=colors)
        axis.set_title(title)
        axis.tick_params(axis="x", rotation=45)
        axis.set_ylim(bottom=0)
    figure.suptitle(TITLES[experiment])
    save(figure, folder, experiment + "-comparison")


def course(trial, folder):
    """Rate, workers, machines and decisions of a trial over time."""
    figure, (above, below) = plt.subplots(2, 1, figsize=(10, 6), sharex=True)
    samples = trial["samples"]
    times = [sample["at"] for sample in samples]
    above.plot(times, rates(samples), color="#4c78a8", label="objects that ended, over a minute")
    above.set_ylabel("MB/s")
    above.set_ylim(bottom=0)
    measured = [one for one in trial["decisions"] if one["rate"] > 0]
    if measured:
        told = above.twinx()
        told.plot([one["at"] for one in measured], [one["rate"] for one in measured], "o",
                  color="#e45756", label="rate of a decision")
        told.set_ylabel(measured[0]["measure"] + " a second")
        told.set_ylim(bottom=0)
        told.legend(loc="upper right")
    above.legend(loc="upper left")
    below.step(times, [sample["machines"] for sample in samples], where="post",
               color="#bab0ac", label="machines, boots included")
    below.step(times, [sample["workers"] for sample in samples], where="post",
               color="#4c78a8", label="workers that take tasks")
    below.step([one["at"] for one in trial["decisions"]] + [trial["seconds"]],
               [one["wanted"] for one in trial["decisions"]] + [trial["decisions"][-1]["wanted"]],
               where="post", color="#e45756", linestyle="--", label="wanted")
    below.axvline(trial["seconds"], color="#72b7b2", label="last result")
    below.set_ylim(bottom=0)
    below.set_ylabel("workers")
    below.set_xlabel("seconds since the job was submitted")
    below.legend(loc="upper right")
    figure.suptitle("%s, %s" % (TITLES[trial["experiment"]], label(trial)))
    save(figure, folder, trial["trial"])


def rates(samples):
    """Bytes of ended objects a second, over the minute before each sample."""
    result, first = [], 0
    for sample in samples:
        while sample["at"] - samples[first]["at"] > RATE_SECONDS:
            first += 1
        passed = max(sample["at"] - samples[first]["at"], 1)
        result.append((sample["bytes"] - samples[first]["bytes"]) / passed / 1e6)
    return result


def save(figure, folder, name):
    figure.tight_layout()
    figure.savefig(os.path.join(folder, name + ".svg"), metadata={"Date": None})
    plt.close(figure)


def first_commits(trial):
    """Seconds from the decision that wanted a worker to its first task, and to its first result."""
    grown = [(one["at"], one["wanted"]) for one in trial["decisions"]]
    found = []
    for worker in sorted(trial["starts"].values(), key=lambda one: one["leased"]):
        before = [at for number, (at, wanted) in enumerate(grown)
                  if at < worker["leased"] and (number == 0 or wanted > grown[number - 1][1])]
        if before and worker["committed"] is not None:
            found.append((worker["leased"] - before[-1], worker["committed"] - before[-1]))
    return found


def main(results, folder):
    lines = []
    trials = load(results)
    if not trials:
        sys.exit("%s: there are no results" % results)
    for experiment in TITLES:
        own = [trial for trial in trials if trial["experiment"] == experiment]
        if own and not any(trial["policy"] == "fixed" for trial in own):
            sys.exit("%s: no fixed number has a result yet to compare with; run %s-fixed1 or others"
                     % (results, experiment))
    os.makedirs(folder, exist_ok=True)
    for experiment in sorted({trial["experiment"] for trial in trials}):
        own = [trial for trial in trials if trial["experiment"] == experiment]
        lines += ["## " + TITLES[experiment], "", table(own), ""]
        compare(own, folder, experiment)
        for trial in own:
            if trial["policy"] != "fixed":
                course(trial, folder)
                lines += ["### " + label(trial), "", decisions(trial), ""]
        leased = sorted(one for trial in own for one, _ in first_commits(trial))
        committed = sorted(one for trial in own for _, one in first_commits(trial))
        idle = sorted(sample["idle"] for trial in own for sample in trial["samples"])
        lines += ["From a decision to the first task of a new worker: median %.0f s, most %.0f s; to "
                  "its first result: median %.0f s, least %.0f s, %d workers." % (
                      leased[len(leased) // 2], leased[-1], committed[len(committed) // 2],
                      committed[0], len(leased)),
                  "The machine was idle to %.0f %% (median of all samples; tenth percentile %.0f %%)."
                  % (100 * idle[len(idle) // 2], 100 * idle[len(idle) // 10]), ""]
    with open(os.path.join(folder, "report.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
