"""What the numbers were measured on."""
import datetime
import os
import platform
import subprocess


def output(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def cpuinfo():
    """Model name and the instruction sets that matter here."""
    try:
        with open("/proc/cpuinfo") as file:
            rows = dict(line.split(":", 1) for line in file if ":" in line)
    except OSError:
        return platform.processor() or platform.machine(), ""
    fields = {key.strip(): value.strip() for key, value in rows.items()}
    flags = fields.get("flags", "").split()
    sets = [name for name in ("avx512f", "avx2", "fma") if name in flags]
    return fields.get("model name", platform.machine()), ", ".join(sets)


def memory():
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (OSError, ValueError):
        return "unknown"


def load():
    """Programs waiting to run, over the last minute."""
    return os.getloadavg()[0]


def describe(root):
    """Lines of what ran where."""
    model, sets = cpuinfo()
    swift = output("swift", "--version").splitlines()
    changed = " with uncommitted changes" if output("git", "-C", root, "status", "--porcelain") else ""
    return [
        ("processor", f"{os.cpu_count()} × {model} ({sets}), {memory()} memory"),
        ("system", f"{platform.system()} {platform.release()}"),
        ("compiler", swift[0] if swift else "unknown"),
        ("Python", platform.python_version()),
        ("commit", output("git", "-C", root, "rev-parse", "--short", "HEAD") + changed),
        ("date", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")),
    ]
