#!/bin/sh
# Makes the virtual environment that make uses: sh tools/environment.sh PYTHON FOLDER
# A folder that this script did not make is left alone. Exit status 2, with one line, where it cannot be made.
set -eu
python=$1
folder=$2
mark=$folder/.news-digest # written before anything else, so that a run that is stopped leaves a folder that is known

refuse() {
    echo "make: $1" >&2
    exit 2
}

command -v "$python" >/dev/null || refuse "there is no $python; install Python 3.11 or later, or say which: make PYTHON=…"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    refuse "$python is older than Python 3.11; try make PYTHON=python3.11"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    refuse "$python cannot make virtual environments; on Debian: apt-get install python3-venv"

case $folder in /*) path=$folder ;; *) path=$PWD/$folder ;; esac
case $path in
*:*) refuse "$path: Python makes no virtual environment below a path with a colon; rename the folder that has it" ;;
esac

# Earlier versions left an empty .runtime in what they made, and no other mark.
made_before() { [ -f "$folder/.runtime" ] && [ ! -s "$folder/.runtime" ] && [ -f "$folder/pyvenv.cfg" ]; }
if [ -e "$mark" ] || made_before; then
    "$folder/bin/python" -c 'import pip' 2>/dev/null || echo "$folder: its Python is gone; it is made again." >&2
    rm -rf "${folder:?}"
elif [ -e "$folder" ] || [ -L "$folder" ]; then
    rmdir "$folder" 2>/dev/null ||
        refuse "$folder was not made by make and is left alone; move it away, or name another: make VENV=.venv-digest"
fi

echo "Making $folder (once; a minute or less) ..." >&2
mkdir -p "$folder"
touch "$mark"
"$python" -m venv "$folder" || refuse "$python could not make $folder; it says why above"
