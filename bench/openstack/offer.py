"""Offers an image, a kind of machine and a network to the users of the rig."""
import os
import subprocess
import sys


def openstack(*arguments):
    """Runs the command line client as administrator."""
    subprocess.run(["openstack", *arguments], check=True, stdout=subprocess.DEVNULL)


def main(state):
    # What a server runs is the hypervisor's Debian root; the image stands for it.
    image = os.path.join(state, "image")
    with open(image, "wb") as file:
        file.write(b"\0" * 1024)
    openstack("image", "create", "--public", "--disk-format", "raw", "--container-format", "bare",
              "--file", image, "debian-12-bare")
    openstack("flavor", "create", "--vcpus", "1", "--ram", "1024", "--disk", "1", "worker")
    openstack("network", "create", "--share", "workers")
    openstack("subnet", "create", "--network", "workers", "--subnet-range", "10.77.0.0/24",
              "--gateway", "10.77.0.1", "workers-4")


if __name__ == "__main__":
    main(sys.argv[1])
