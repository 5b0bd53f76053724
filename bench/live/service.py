"""A coordinator of the unpacked archive, whose workers are servers of the rig."""
import glob
import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

SETTINGS = """\
host: 0.0.0.0
port: {port}
data: {folder}/data
workers: {{max: 0, idle: 0}}
scaling: {{window: 30s}}
nodes:
  archive: {archive}
  url: http://{gateway}:{port}
  insecure-http: true
pools:
  cloud:
    type: jclouds
    provider: openstack-nova
    endpoint: {OS_AUTH_URL}
    identity: {OS_USER_DOMAIN_NAME}:{OS_USERNAME}
    credential-file: {folder}/password
    project: {OS_PROJECT_NAME}
    project-domain: {OS_PROJECT_DOMAIN_NAME}
    region: {OS_REGION_NAME}
    image: {PROTEUS_CLOUD_IMAGE}
    hardware: {hardware}
    max: {most}
    slots: 1
    grace: 10s
"""


def cloud(rig):
    with open(os.path.join(rig, "cloud.env"), encoding="ascii") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file)


class Service:
    """One coordinator with a database and a port of its own; ended with the block."""

    def __init__(self, work, rig, folder, hardware, most):
        self.folder = folder
        self.home = os.path.join(work, "proteus")
        self.rig = rig
        self.rules = os.path.join(work, "rules")
        rig_settings = cloud(rig)
        self.gateway = rig_settings["PROTEUS_CLOUD_GATEWAY"]
        self.port = free_port()
        self.settings = SETTINGS.format(
            port=self.port, folder=folder, archive=glob.glob(os.path.join(work, "*.tar.gz"))[0],
            gateway=self.gateway, hardware=hardware, most=most, **rig_settings)
        self.process = None

    def __enter__(self):
        os.makedirs(self.folder)
        password = os.path.join(self.folder, "password")
        with open(os.open(password, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(cloud(self.rig)["OS_PASSWORD"])
        config = os.path.join(self.folder, "coordinator.yaml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(self.settings)
        # As the launcher does it, with the original's rule on the class path besides.
        command = [
            os.path.join(self.home, "runtime/bin/java"), "-XX:+UseSerialGC", "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-cp", os.path.join(self.home, "lib/*") + ":" + self.rules,
            "org.proteus.cli.Main", "serve", "--config", config]
        with open(os.path.join(self.folder, "log"), "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        self.await_answer()
        return self

    def await_answer(self):
        for _ in range(300):
            if self.process.poll() is not None:
                break
            try:
                self.get("jobs")
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the coordinator does not start, see %s/log" % self.folder)

    def __exit__(self, *failure):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def get(self, path):
        return self.call(urllib.request.Request(self.url(path)))

    def post(self, path, body):
        return self.call(urllib.request.Request(
            self.url(path), json.dumps(body).encode(), {"Content-Type": "application/json"}))

    def url(self, path):
        return "http://127.0.0.1:%d/api/v1/%s" % (self.port, path)

    @staticmethod
    def call(request):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            raise RuntimeError(refused.read().decode()) from refused


def free_port():
    with socket.socket() as some:
        some.bind(("0.0.0.0", 0))
        return some.getsockname()[1]
