"""Runs nova's compute service with the hypervisor that lies beside this file."""
import os
import sys

import nova.virt

nova.virt.__path__.append(os.path.dirname(os.path.abspath(__file__)))

from nova.cmd import compute  # noqa: E402, after the path that it loads drivers from

sys.exit(compute.main())
