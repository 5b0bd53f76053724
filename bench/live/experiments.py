"""What is run: the two experiments of the original, each with fixed numbers and with policies."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Experiment:
    """A job, what it runs on, and how much of the archive's line it has (None: as much as it wants)."""

    name: str
    material: str
    objects: int
    target: str
    options: dict
    hardware: str
    kbytes: int
    # Share of a core that a node takes at most, for what may run at the same time.
    load: float


MOST = 12
FIXED = (1, 2, 4, 6, 8, 12)
POLICIES = ("history", "rule-as-written")

CPU = Experiment("cpu", "clips", 35, "video/x-flv", {}, "tenth", None, 0.1)
IO = Experiment("io", "images", 80, "image/png", {"dissolve": "30"}, "tenth-narrow", 480, 0.03)
EXPERIMENTS = {one.name: one for one in (CPU, IO)}


@dataclass(frozen=True)
class Trial:
    """An experiment with a policy; a repetition has a number of its own."""

    experiment: Experiment
    policy: str
    workers: int = 0
    repetition: int = 1
    scaling: dict = field(init=False, hash=False, compare=False)

    def __post_init__(self):
        wish = {"policy": self.policy}
        wish.update({"workers": self.workers} if self.policy == "fixed"
                    else {"max": MOST, "ratio": 0.5})
        object.__setattr__(self, "scaling", wish)

    @property
    def name(self):
        policy = self.policy + (str(self.workers) if self.policy == "fixed" else "")
        again = "" if self.repetition == 1 else "-%d" % self.repetition
        return "%s-%s%s" % (self.experiment.name, policy, again)

    @property
    def most(self):
        return self.workers if self.policy == "fixed" else MOST

    @property
    def load(self):
        return self.most * self.experiment.load


def parse(name):
    """Reads a name such as io-fixed6 or cpu-history-2."""
    experiment, policy = name.split("-", 1)
    repetition = 1
    if policy.rsplit("-", 1)[-1].isdigit():
        policy, repetition = policy.rsplit("-", 1)
    if policy.startswith("fixed"):
        return Trial(EXPERIMENTS[experiment], "fixed", int(policy[5:]), int(repetition))
    if policy not in POLICIES:
        raise ValueError("no such policy: " + policy)
    return Trial(EXPERIMENTS[experiment], policy, 0, int(repetition))


def everything():
    """The names of all trials; those that take long begin first."""
    return ["%s-fixed%d" % (name, workers) for workers in FIXED for name in EXPERIMENTS] + \
        ["%s-%s" % (name, policy) for policy in POLICIES for name in EXPERIMENTS]
