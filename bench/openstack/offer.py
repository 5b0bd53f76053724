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
    # Small ones: a tenth of a core once they have booted, and a narrow line where the name says so.
    tenth = ["--vcpus", "1", "--ram", "1024", "--disk", "1", "--property", "quota:cpu_quota=10000",
             "--property", "proteus:launch_credits=4"]
    narrow = ["--property", "quota:vif_inbound_average=100",
              "--property", "quota:vif_outbound_average=100"]
    openstack("flavor", "create", *tenth, "tenth")
    openstack("flavor", "create", *tenth, *narrow, "tenth-narrow")
    openstack("quota", "set", "--instances", "64", "--cores", "64", "--ram", "65536",
              "transformations")
    openstack("network", "create", "--share", "workers")
    openstack("subnet", "create", "--network", "workers", "--subnet-range", "10.77.0.0/24",
              "--gateway", "10.77.0.1", "--allocation-pool", "start=10.77.0.10,end=10.77.0.199",
              "workers-4")


if __name__ == "__main__":
    main(sys.argv[1])
