#!/bin/sh
# Runs a script of this folder with the first python that is new enough.
cd "$(dirname "$0")/.." || exit 1
export PYTHONUTF8=1 PYTHONUNBUFFERED=1
for python in python3 /usr/bin/python3 python3.13 python3.12 python3.11 python3.14; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" "$@"
    fi
done
echo "Cần Python 3.11 trở lên. Trên Debian 12/13, Ubuntu 24.04: sudo apt install python3 python3-venv" >&2
exit 1
