"""Keep a process from opening connections, whatever it is made to do, while files can still be opened.

The kernel refuses the calls that make or connect sockets (seccomp; Linux, man 2 seccomp), for this thread and
those it starts. The engine opens the files of a large store one by one as they are read, so that a process
without free file descriptors fails on it. Where the kernel takes no filter, none is left free nevertheless.
"""

import contextlib
import ctypes
import errno
import os
import platform
import resource
import struct
from pathlib import Path

# Of linux/prctl.h, linux/seccomp.h, linux/bpf_common.h and linux/audit.h.
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_NUMBER, _ARCHITECTURE = 0, 4  # where the call's number and the architecture stand in what a filter is given
# By machine: its number, then those of socket, connect, socketpair and io_uring_setup, which makes them too.
_MACHINES = {
    "x86_64": (0xC000003E, (41, 42, 53, 425)),
    "aarch64": (0xC00000B7, (198, 203, 199, 425)),
}
_X32 = 0x40000000  # from here on the numbers are those of another way to call the same


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def close() -> bool:
    """Refuse connections from here on; return whether files can still be opened."""
    machine = _MACHINES.get(platform.machine())
    if machine is not None and _filtered(_steps(*machine)):
        return True
    _fill()
    return False


def _filtered(steps: bytes) -> bool:
    """Give the kernel a filter; say whether it took it."""
    try:
        call = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    program = _Program(len(steps) // 8, steps)
    nothing = ctypes.c_ulong(0)
    if call(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), nothing, nothing, nothing):
        return False
    return not call(_SECCOMP, ctypes.c_ulong(_FILTER), ctypes.byref(program), nothing, nothing)


def _steps(machine: int, calls: tuple[int, ...]) -> bytes:
    """Return the filter: calls of another architecture are refused, those told too, all others made."""
    count = len(calls)
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, count + 3, machine),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, count + 1, 0, _X32),
        *((_EQUAL, count - place, 0, call) for place, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _fill() -> None:
    """Leave no file descriptor free."""
    used = [int(each.name) for each in Path("/dev/fd").iterdir()]
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(used) + 1, max(used) + 1))
    with contextlib.suppress(OSError):
        while True:
            os.dup(0)  # fills the gaps below the highest
