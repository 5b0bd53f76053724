"""A host of its own with an FTP server for everybody, behind a line of a given width.

As a program, inside that host: archive.py ADDRESS FOLDER
"""
import os
import subprocess
import sys
import time

BRIDGE, GATEWAY, PORT = "proteus0", "10.77.0.1", 21
PASSIVE = range(40000, 44000)


def run(*command, check=True):
    return subprocess.run(command, check=check, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)


class Archive:
    """Its network is a namespace at the bridge of the rig; what it sends is held to kbytes a second."""

    def __init__(self, number, folder, kbytes=None):
        self.address = "10.77.0.%d" % (200 + number)
        self.space = "archive%d" % number
        self.link = "line%d" % number
        self.folder = folder
        self.kbytes = kbytes
        self.server = None

    def __enter__(self):
        for name in ("in", "out"):
            os.makedirs(os.path.join(self.folder, name), exist_ok=True)
        self.disconnect()
        try:
            self.connect()
            self.server = subprocess.Popen(
                ["ip", "netns", "exec", self.space, sys.executable, os.path.abspath(__file__),
                 self.address, self.folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.await_answer()
        except BaseException:
            self.__exit__()
            raise
        return self

    def connect(self):
        run("ip", "netns", "add", self.space)
        run("ip", "link", "add", self.link, "type", "veth", "peer", "name", "eth0",
            "netns", self.space)
        run("ip", "link", "set", self.link, "master", BRIDGE, "up")
        inside = ("ip", "-n", self.space)
        run(*inside, "link", "set", "lo", "up")
        run(*inside, "address", "add", self.address + "/24", "dev", "eth0")
        run(*inside, "link", "set", "eth0", "up")
        if self.kbytes:
            run("tc", "-n", self.space, "qdisc", "add", "dev", "eth0", "root", "tbf",
                "rate", "%dkbps" % self.kbytes, "burst", "32kb", "latency", "1s")

    def disconnect(self):
        """Also what a run left that was killed; the link outlives its namespace for a moment."""
        run("ip", "link", "delete", self.link, check=False)
        run("ip", "netns", "delete", self.space, check=False)

    def await_answer(self):
        for _ in range(100):
            answer = run("ip", "netns", "exec", self.space, "bash", "-c",
                         "exec 3<>/dev/tcp/%s/%d" % (self.address, PORT), check=False)
            if answer.returncode == 0:
                return
            time.sleep(0.2)
        raise RuntimeError("the archive at %s does not answer" % self.address)

    def __exit__(self, *failure):
        if self.server:
            self.server.terminate()
            self.server.wait()
        self.disconnect()

    def uri(self, name):
        return "ftp://%s/%s/" % (self.address, name)


def serve(address, folder):
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import FTPHandler
    from pyftpdlib.servers import FTPServer

    everybody = DummyAuthorizer()
    everybody.add_anonymous(folder, perm="elradfmwMT")
    FTPHandler.authorizer = everybody
    FTPHandler.passive_ports = PASSIVE
    FTPHandler.timeout = 3600
    server = FTPServer((address, PORT), FTPHandler)
    server.max_cons = 1000
    server.serve_forever()


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2])
