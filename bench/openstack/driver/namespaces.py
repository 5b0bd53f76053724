"""A hypervisor without virtualisation: a server is a network namespace, a control group and a copy
of a bare Debian root, in which its user data runs as process 1 of a namespace of processes."""
import base64
import os
import shutil
import subprocess
import time

import eventlet
from nova.virt import fake

STATE = os.environ["PROTEUS_STATE"]
CORES = float(os.environ["PROTEUS_CORES"])
PACKAGES = os.environ.get("PROTEUS_PACKAGES")
BRIDGE, GATEWAY = "proteus0", "10.77.0.1"
PERIOD = 100000
CREDITS = "proteus:launch_credits"


def run(*command, check=True):
    return subprocess.run(command, check=check, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)


class Server:
    """What lies on this machine of one server."""

    def __init__(self, uuid):
        self.id = uuid[:8]
        self.space = "proteus-" + self.id
        self.link = "v" + self.id
        self.folder = os.path.join(STATE, "servers", self.id)
        self.root = os.path.join(self.folder, "root")

    def groups(self):
        return [os.path.join("/sys/fs/cgroup", kind, "proteus-" + self.id)
                for kind in ("cpu", "memory", "cpuacct")]

    def limit(self, memory, specs):
        """Limits it to its flavor. One with credits, in seconds of processor, is held back only
        when it has used them up, as burstable machines are."""
        for group in self.groups():
            os.makedirs(group, exist_ok=True)
        cpu, ram, _ = self.groups()
        write(os.path.join(cpu, "cpu.cfs_period_us"), PERIOD)
        write(os.path.join(cpu, "cpu.cfs_quota_us"), int(PERIOD * CORES))
        write(os.path.join(ram, "memory.limit_in_bytes"), memory << 20)
        eventlet.spawn(self.hold_back, float(specs.get(CREDITS, 0)), specs)

    def hold_back(self, credits, specs):
        while self.used() < credits:
            time.sleep(0.2)
        if "quota:cpu_quota" in specs and os.path.isdir(self.groups()[0]):
            period = int(specs.get("quota:cpu_period", PERIOD))
            write(os.path.join(self.groups()[0], "cpu.cfs_quota_us"),
                  int(specs["quota:cpu_quota"]) * PERIOD // period)
        # Kilobytes a second, as nova counts them: what comes in leaves our end of the link.
        throttle(("tc",), self.link, specs.get("quota:vif_inbound_average"))
        throttle(("tc", "-n", self.space), "eth0", specs.get("quota:vif_outbound_average"))

    def used(self):
        """Seconds of processor used so far; endless once it is gone."""
        try:
            with open(os.path.join(self.groups()[2], "cpuacct.usage"), encoding="ascii") as used:
                return int(used.read()) / 1e9
        except FileNotFoundError:
            return float("inf")

    def connect(self, addresses):
        run("ip", "netns", "add", self.space)
        run("ip", "link", "add", self.link, "type", "veth", "peer", "name", "eth0",
            "netns", self.space)
        run("ip", "link", "set", self.link, "master", BRIDGE, "up")
        inside = ("ip", "-n", self.space)
        run(*inside, "link", "set", "lo", "up")
        for address in addresses:
            run(*inside, "address", "add", address + "/24", "dev", "eth0")
        run(*inside, "link", "set", "eth0", "up")
        run(*inside, "route", "add", "default", "via", GATEWAY)

    def boot(self, name, user_data):
        for part in ("upper", "work", "root"):
            os.makedirs(os.path.join(self.folder, part))
        layers = "lowerdir=%s,upperdir=%s/upper,workdir=%s/work" % (
            os.path.realpath(os.path.join(STATE, "root")), self.folder, self.folder)
        run("mount", "-t", "overlay", "overlay", "-o", layers, self.root)
        script = os.path.join(self.root, "root", "user-data")
        with open(script, "wb") as file:
            file.write(user_data)
        os.chmod(script, 0o700)
        write(os.path.join(self.root, "etc", "hostname"), name)
        write(os.path.join(self.root, "etc", "hosts"), "127.0.0.1 localhost " + name + "\n")
        if PACKAGES:
            write(os.path.join(self.root, "etc", "apt", "apt.conf.d", "90rig"),
                  'Acquire::http::Proxy "%s";\n' % PACKAGES)
        start = """
            for group in "$2" "$3" "$4"; do echo $$ >"$group/tasks"; done
            exec ip netns exec "$1" unshare --mount --uts --pid --fork --kill-child \\
                sh -c 'hostname "$2"
                    mount -t proc proc "$1/proc"; mount --rbind /dev "$1/dev"
                    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \\
                        chroot "$1" /root/user-data' sh "$5" "$6"
            """
        with open(os.path.join(self.folder, "console.log"), "wb") as console:
            subprocess.Popen(
                ["sh", "-c", start, "sh", self.space, *self.groups(), self.root, name],
                stdin=subprocess.DEVNULL, stdout=console, stderr=console, start_new_session=True)

    def processes(self):
        return run("ip", "netns", "pids", self.space, check=False).stdout.split()

    def end(self):
        """Ends whatever is left of it; each part may be missing."""
        for _ in range(50):
            alive = [pid for pid in self.processes() if pid.isdigit()]
            if not alive:
                break
            run("kill", "-KILL", *alive, check=False)
        run("ip", "netns", "delete", self.space, check=False)
        run("ip", "link", "delete", self.link, check=False)
        run("umount", "--recursive", "--lazy", self.root, check=False)
        for group in self.groups():
            if os.path.isdir(group):
                run("rmdir", group, check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def write(path, value):
    with open(path, "w", encoding="ascii") as file:
        file.write(str(value))


def throttle(tc, link, rate):
    if rate:
        run(*tc, "qdisc", "add", "dev", link, "root", "tbf", "rate", rate + "kbps",
            "burst", "32kb", "latency", "400ms", check=False)


class NamespaceDriver(fake.FakeDriver):
    """Servers of this machine; what nova asks of a hypervisor besides is imagined."""

    vcpus = 64
    memory_mb = 65536
    local_gb = 1000

    def init_host(self, host):
        super().init_host(host)
        if run("ip", "link", "show", BRIDGE, check=False).returncode:
            # Else it has the least address of its links, and each that comes or goes may change it.
            run("ip", "link", "add", BRIDGE, "address", "02:00:0a:4d:00:01", "type", "bridge")
            run("ip", "address", "add", GATEWAY + "/24", "dev", BRIDGE)
            run("ip", "link", "set", BRIDGE, "up")

    def spawn(self, context, instance, image_meta, injected_files, admin_password, allocations,
              network_info=None, block_device_info=None, power_on=True, accel_info=None):
        super().spawn(context, instance, image_meta, injected_files, admin_password, allocations,
                      network_info, block_device_info, power_on, accel_info)
        server = Server(instance.uuid)
        server.connect([vif.fixed_ips()[0]["address"] for vif in network_info or []])
        server.limit(instance.flavor.memory_mb, instance.flavor.extra_specs)
        server.boot(instance.display_name, base64.b64decode(instance.user_data or ""))

    def destroy(self, context, instance, network_info, block_device_info=None,
                destroy_disks=True, destroy_secrets=True):
        Server(instance.uuid).end()
        super().destroy(context, instance, network_info, block_device_info, destroy_disks)

    def get_console_output(self, context, instance):
        with open(os.path.join(Server(instance.uuid).folder, "console.log"), "rb") as console:
            return console.read()
