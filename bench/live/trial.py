"""One job with one policy, watched from its submission until its last machine is gone."""
import os
import re
import threading
import time
from datetime import datetime

from archive import Archive
from service import Service

SAMPLE_SECONDS = 2
LONGEST_SECONDS = 3 * 3600
GONE_SECONDS = 300


class Machines:
    """Watches when servers of the rig that belong to a coordinator begin and end."""

    def __init__(self, rig, port):
        self.folder = os.path.join(rig, "servers")
        self.sign = ":%d" % port
        self.strangers = set()
        self.spans = {}
        self.stopped = threading.Event()
        self.watcher = threading.Thread(target=self.watch, daemon=True)

    def watch(self):
        while not self.stopped.wait(0.5):
            self.look()

    def look(self):
        now = time.time()
        there = set(os.listdir(self.folder))
        for server in there - self.spans.keys() - self.strangers:
            ours = self.is_ours(server)
            if ours is not None:
                (self.spans.__setitem__(server, [now, None]) if ours
                 else self.strangers.add(server))
        for server, span in self.spans.items():
            if span[1] is None and server not in there:
                span[1] = now

    def is_ours(self, server):
        """Its user data names the coordinator; None while it has none yet."""
        try:
            with open(os.path.join(self.folder, server, "root/root/user-data"),
                      encoding="utf-8") as script:
                text = script.read()
            return self.sign in text if text else None
        except OSError:
            return None

    def alive(self):
        return [server for server, span in self.spans.items() if span[1] is None]

    def seconds(self):
        return sum(end - begin for begin, end in self.spans.values())


def processor():
    with open("/proc/stat", encoding="ascii") as file:
        fields = [int(field) for field in file.readline().split()[1:9]]
    return fields[3], sum(fields)


def seconds_of(moment):
    """RFC 3339 as the service writes it, to seconds."""
    whole = re.sub(r"\.\d+", "", moment).replace("Z", "+00:00")
    fraction = re.search(r"\.\d+", moment)
    return datetime.fromisoformat(whole).timestamp() + (float(fraction.group()) if fraction else 0)


def run(trial, work, rig, number):
    """Runs a trial (experiments.py) and returns what was seen, ready for JSON."""
    folder = os.path.join(work, "runs", trial.name)
    remote = os.path.join(folder, "remote")
    offer(os.path.join(work, "material", trial.experiment.material), os.path.join(remote, "in"))
    with Archive(number, remote, trial.experiment.kbytes) as archive, \
            Service(work, rig, os.path.join(folder, "service"), trial.experiment.hardware,
                    trial.most) as service:
        machines = Machines(rig, service.port)
        machines.watcher.start()
        try:
            seen = watch(trial, archive, service, machines)
        finally:
            machines.stopped.set()
    seen["results"] = len(os.listdir(os.path.join(remote, "out")))
    return seen


def offer(material, folder):
    """As links, which cost no space; an FTP server does not follow one to a folder elsewhere."""
    os.makedirs(folder)
    for name in os.listdir(material):
        os.link(os.path.join(material, name), os.path.join(folder, name))


def watch(trial, archive, service, machines):
    began = time.time()
    job = service.post("jobs", {
        "from": {"uri": archive.uri("in")}, "to": trial.experiment.target,
        "into": {"uri": archive.uri("out")}, "options": trial.experiment.options,
        "scaling": trial.scaling})["id"]
    samples, ended = [], None
    idle_before, all_before = processor()
    while time.time() - began < LONGEST_SECONDS:
        time.sleep(SAMPLE_SECONDS)
        view = service.get("jobs/" + job)
        workers = [worker for worker in service.get("workers") if not worker["draining"]]
        idle, everything = processor()
        samples.append({
            "at": time.time() - began, "ended": view["counts"].get("DONE", 0),
            "bytes": view["bytesIn"], "workers": len(workers), "machines": len(machines.alive()),
            "idle": (idle - idle_before) / max(1, everything - all_before)})
        idle_before, all_before = idle, everything
        if ended is None and view["state"] in ("ENDED", "FAILED"):
            ended = time.time() - began
        if ended is not None and (not machines.alive() or time.time() - began > ended + GONE_SECONDS):
            break
    machines.look()
    decisions = service.get("jobs/%s/decisions" % job)
    elements = service.get("jobs/%s/elements?limit=1000" % job)["items"]
    return {
        "trial": trial.name, "experiment": trial.experiment.name, "policy": trial.policy,
        "objects": trial.experiment.objects, "done": view["counts"].get("DONE", 0),
        "state": view["state"], "seconds": ended, "workerSeconds": machines.seconds(),
        "boots": len(machines.spans), "left": len(machines.alive()), "samples": samples,
        "machines": [[begin - began, end - began] for begin, end in machines.spans.values()],
        "decisions": [dict(one, at=seconds_of(one["at"]) - began) for one in decisions],
        "starts": starts(elements, began)}


def starts(elements, began):
    """When each worker got its first task, and when it first committed a result."""
    workers = {}
    for element in elements:
        for attempt in element["attempts"]:
            one = workers.setdefault(attempt["worker"], {"leased": None, "committed": None})
            earliest(one, "leased", seconds_of(attempt["started"]) - began)
            if attempt["outcome"] == "done":
                earliest(one, "committed", seconds_of(attempt["ended"]) - began)
    return workers


def earliest(one, key, moment):
    one[key] = moment if one[key] is None else min(one[key], moment)
