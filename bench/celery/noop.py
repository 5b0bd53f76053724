"""No-op tasks for Celery. As a program: submits them, waits for the last, prints the seconds.

usage: noop.py WARM_UP ELEMENTS
The environment says BROKER, QUEUE, RAN (a file with a line for each run), PREFETCH and, if results
are to be kept, BACKEND.
"""

import os
import sys
import time

from celery import Celery

BACKEND = os.environ.get("BACKEND")
LINE = 9
LONGEST_SECONDS = 600

app = Celery("noop", broker=os.environ["BROKER"], backend=BACKEND)
app.conf.update(
    task_acks_late=True,
    task_ignore_result=not BACKEND,
    task_default_delivery_mode="persistent",
    task_default_queue=os.environ["QUEUE"],
    worker_prefetch_multiplier=int(os.environ["PREFETCH"]),
    worker_hijack_root_logger=False,
)
ran = os.open(os.environ["RAN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)


@app.task(name="noop")
def noop(number):
    os.write(ran, b"%08d\n" % number)
    return number


def submit(first, count):
    with app.producer_pool.acquire(block=True) as producer:
        for number in range(first, first + count):
            noop.apply_async((number,), producer=producer)


def await_all(count, kept):
    end = time.monotonic() + LONGEST_SECONDS
    while os.fstat(ran).st_size < count * LINE or kept() < count:
        if time.monotonic() > end:
            sys.exit(f"{os.fstat(ran).st_size // LINE} of {count} tasks ran, {kept()} results kept")
        time.sleep(0.005)


def counter():
    """Returns what counts the results that are kept."""
    if not BACKEND:
        return lambda: sys.maxsize
    import psycopg2

    connection = psycopg2.connect(BACKEND.removeprefix("db+"))
    connection.autocommit = True
    cursor = connection.cursor()

    def kept():
        cursor.execute("select to_regclass('celery_taskmeta')")
        if cursor.fetchone()[0] is None:
            return 0
        cursor.execute("select count(*) from celery_taskmeta where status = 'SUCCESS'")
        return cursor.fetchone()[0]

    return kept


def require_once(count):
    with open(os.environ["RAN"], encoding="ascii") as lines:
        numbers = sorted(int(line) for line in lines)
    if numbers != list(range(count)):
        sys.exit(f"{len(numbers)} runs of {count} tasks, {len(set(numbers))} different")


def main():
    warm_up, elements = int(sys.argv[1]), int(sys.argv[2])
    kept = counter()
    submit(0, warm_up)
    await_all(warm_up, kept)
    began = time.monotonic()
    submit(warm_up, elements)
    await_all(warm_up + elements, kept)
    seconds = time.monotonic() - began
    require_once(warm_up + elements)
    print(f"{seconds:.3f}")


if __name__ == "__main__":
    main()
