"""The chaos suite's tasks for Celery, set up to lose as little as it can.

Imported by `celery -A chaos_tasks worker`. As a program: a user of it, who is told on standard input
`submit FILE` (a JSON array [task, source, sink, sort] on each line; answers `accepted TASK` or
`refused TASK WHY` for each) or `waiting` (answers how many messages are ready, -1 if nobody says), and
ends each answer by `.`.
The environment says BROKER, BACKEND, JOURNAL (a folder) and, for a worker, WORKER.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from celery import Celery

QUEUE = "chaos"
SOUND = b"RIFF"
SORT = """
read first rest < "$1"
if [ "$first" = fail ]; then echo "this object fails by design" >&2; exit 1; fi
sleep 0.2
exec sort -o "$2" -- "$1"
"""

app = Celery("chaos", broker=os.environ["BROKER"], backend=os.environ["BACKEND"])
app.conf.update(
    task_default_queue=QUEUE,
    task_default_delivery_mode="persistent",
    broker_transport_options={"confirm_publish": True},
    broker_connection_max_retries=None,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    worker_cancel_long_running_tasks_on_connection_loss=True,
    result_backend_always_retry=True,
    database_engine_options={"pool_pre_ping": True},
)


class NoWay(Exception):
    """No way leads from the object's type to the one asked for; trying again does not help."""


def record(event, request):
    """Writes what a task does to this process's own journal, forced to the disk."""
    name = os.path.join(os.environ["JOURNAL"], f"{os.environ['WORKER']}.{os.getpid()}")
    journal = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(journal, f"{event} {request.id} {time.time():.3f}\n".encode("ascii"))
        os.fsync(journal)
    finally:
        os.close(journal)


def store(content, sink):
    """Writes beside the final name, forces it to the disk, then renames."""
    folder, name = os.path.split(sink)
    os.makedirs(folder, exist_ok=True)
    file, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    try:
        with os.fdopen(file, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, sink)
    except BaseException:
        os.unlink(temporary)
        raise


def read(path):
    with open(path, "rb") as file:
        return file.read()


def sorted_lines(source):
    """Lets the command write to this worker's own disk."""
    with tempfile.TemporaryDirectory() as work:
        result = os.path.join(work, "result")
        command = ["/bin/sh", "-c", SORT, "sort-slowly", source, result]
        subprocess.run(command, check=True, capture_output=True)
        return read(result)


@app.task(
    name="transform",
    bind=True,
    autoretry_for=(OSError, subprocess.CalledProcessError),
    max_retries=10,
    retry_backoff=1,
    retry_backoff_max=8,
)
def transform(self, source, sink, sort):
    record("began", self.request)
    content = read(source)
    if content.startswith(SOUND):
        raise NoWay(source)
    store(sorted_lines(source) if sort else content, sink)
    record("stored", self.request)


def submit(file):
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            task, *arguments = json.loads(line)
            try:
                transform.apply_async(arguments, task_id=task)
                print("accepted", task)
            except Exception as refused:  # whatever it is, this task was not accepted
                print("refused", task, repr(refused).replace("\n", " "))


def waiting():
    try:
        with app.connection_for_read() as connection:
            declared = connection.default_channel.queue_declare(queue=QUEUE, passive=True)
            print(declared.message_count)
    except Exception:  # a broker that is away, or a queue that nobody has made yet
        print(-1)


def main():
    app.backend.ResultSession().close()  # makes the tables, before many do so at the same time
    for line in sys.stdin:
        command, *arguments = line.split()
        {"submit": submit, "waiting": waiting}[command](*arguments)
        print(".", flush=True)


if __name__ == "__main__":
    main()
