# shellcheck shell=bash disable=SC2154
# Sourced by scripts/make-book and scripts/test; needs `root`, the folder of the checkout. Bash 3.2 or newer.
#
#   set_up VENV LOCK [TOOL=PACKAGE…]
#
# After it, VENV holds exactly what LOCK lists, the system libraries are there, and so are the commands named. When all is in
# place already that costs two milliseconds: the copy of the lock in VENV, written last of all, says that VENV is whole.
# Everything is said on standard error. Exit code 3: this machine lacks something, and what to do was said.

# Each argument is a line.
say() { printf '%s\n' "$@" >&2; }

fail() {
    say "$@"
    exit 3
}

# WeasyPrint finds these by name when it starts; the packages are Debian's and Ubuntu's.
libraries=(libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0 libharfbuzz-subset.so.0 libfontconfig.so.1)
library_packages=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1)

set_up() {
    local venv=$1 lock=$2
    shift 2
    lacking_tools "$@"
    if ((${#packages[@]} == 0)) && whole "$venv" "$lock"; then
        return
    fi
    trap 'say "Set-up was interrupted; the next run starts it again."; exit 130' INT TERM
    prepare_machine "$@"
    whole "$venv" "$lock" || build_venv "$venv" "$lock"
    trap - INT TERM
}

# whole VENV LOCK: was VENV finished, with this lock, and is its Python still there?
whole() { [[ -x $1/bin/python ]] && cmp -s -- "$2" "$1/lock"; }

# lacking_tools [TOOL=PACKAGE…]: sets `packages` to those whose command is not there.
lacking_tools() {
    local pair
    packages=()
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
    done
}

# prepare_machine [TOOL=PACKAGE…]: finds `python`; installs Debian packages as root, or says the one command to type.
prepare_machine() {
    lacking "$@"
    ((${#packages[@]} + ${#problems[@]} == 0)) && return
    if ((${#packages[@]} == 0)) || ! command -v apt-get >/dev/null; then
        fail "This machine lacks:" "${problems[@]}" "Install that and run this again."
    fi
    if (($(id -u) != 0)); then
        fail "This machine lacks:" "${problems[@]}" "Type this, then run this again:" \
            "  sudo apt-get update && sudo apt-get install ${packages[*]}"
    fi
    say "Installing Debian packages: ${packages[*]}"
    apt_install "${packages[@]}"
    lacking "$@"
    ((${#packages[@]} + ${#problems[@]} == 0)) || fail "Even so, this machine lacks:" "${problems[@]}"
}

# lacking [TOOL=PACKAGE…]: sets `python`, `packages` (Debian's, to install) and `problems` (each as a line of its own).
lacking() {
    local missing
    lacking_tools "$@"
    problems=()
    ((${#packages[@]} == 0)) || problems+=("  commands of the packages ${packages[*]}")
    find_python
    if [[ -z $python ]]; then
        problems+=("  Python 3.11 or newer (if there is one, name it: BOOK_PYTHON=/path/to/python3)")
        [[ -n ${BOOK_PYTHON-} ]] || python_packages
        return
    fi
    if ! has_venv "$python"; then
        problems+=("  the modules venv and ensurepip of $python")
        [[ $python != /usr/bin/* ]] || packages+=("${python##*/}-venv")
    fi
    missing=$(missing_libraries)
    if [[ -n $missing ]]; then
        problems+=("  system libraries: ${missing//$'\n'/, }")
        packages+=("${library_packages[@]}")
    fi
}

# find_python: sets `python` to the real path of a Python that will do, with venv if possible; empty if there is none.
# The real path, because then a Python that went away leaves a dangling link in the venv, and the venv is built anew.
find_python() {
    local name found names=(python3.13 python3.12 python3.11 python3.14 python3)
    [[ -z ${BOOK_PYTHON-} ]] || names=("$BOOK_PYTHON")
    python=
    for name in "${names[@]}"; do
        found=$("$name" -I -c '
import os, sys
if sys.version_info < (3, 11) or sys.implementation.name != "cpython":
    sys.exit(1)
sys.stdout.buffer.write(os.fsencode(os.path.realpath(sys._base_executable)))' 2>/dev/null) || continue
        if has_venv "$found"; then
            python=$found
            return
        fi
        python=${python:-$found}
    done
}

has_venv() { "$1" -I -c 'import ensurepip, venv' 2>/dev/null; }

# python_packages: adds to `packages` what brings a Python that is new enough, and all libraries: they can't be tried without it.
python_packages() {
    local version
    if ! command -v python3 >/dev/null; then
        packages+=(python3 python3-venv "${library_packages[@]}")
        return
    fi
    for version in 3.13 3.12 3.11; do # the system's own python3 is too old
        if apt-cache show "python$version" >/dev/null 2>&1; then
            packages+=("python$version" "python$version-venv" "${library_packages[@]}")
            return
        fi
    done
}

missing_libraries() {
    [[ $(uname -s) == Linux ]] || return 0 # elsewhere they have other names: WeasyPrint itself will say
    "$python" -I -c '
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)' "${libraries[@]}"
}

apt_install() {
    local options=(-y -qq --no-install-recommends -o DPkg::Lock::Timeout=300) log
    export DEBIAN_FRONTEND=noninteractive
    log=$(apt-get update -qq 2>&1 </dev/null; apt-get install "${options[@]}" "$@" 2>&1 </dev/null) ||
        fail "$log" "These packages could not be installed: $*"
}

# build_venv VENV LOCK: from nothing, under a kernel lock (two first runs must not fight), its mark of wholeness last.
build_venv() {
    local log
    [[ -w $root ]] || fail "Set-up must write to $root, but may not: ask its owner to run this once."
    exec 9>>"$root/.venv.lock"
    "$python" -I -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' 2>/dev/null || {
        say "Another run is setting up; waiting for it ..."
        "$python" -I -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)' || fail "The file $root/.venv.lock can't be locked."
    }
    if ! whole "$1" "$2"; then
        say "Setting up, once (a minute or so): Python packages for $python go to $1 ..."
        rm -rf -- "$1"
        log=$("$python" -I -m venv "$1" 2>&1) || fail "$log" "The virtual environment $1 could not be made: see above."
        # A user's own choice of registry holds; a choice of another place to install to must not.
        env -u PIP_TARGET -u PIP_PREFIX -u PIP_ROOT -u PIP_USER "$1/bin/python" -I -m pip install -qq --no-input \
            --disable-pip-version-check --no-deps --only-binary :all: --require-hashes --requirement "$2" >&2 ||
            fail "The Python packages could not be installed: see above. If the network was away, run this again."
        cp -- "$2" "$1/lock.part"
        mv -f -- "$1/lock.part" "$1/lock"
        say "Set up."
    fi
    exec 9>&-
}
