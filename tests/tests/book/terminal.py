"""Runs a command on a terminal of 80 columns and prints what it shows: terminal.py COMMAND…"""

import fcntl
import os
import pty
import struct
import sys
import termios

COLUMNS = 80

child, shown = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
while True:
    try:
        read = os.read(shown, 65536)
    except OSError:
        break
    if not read:
        break
    sys.stdout.buffer.write(read.replace(b"\r\n", b"\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
