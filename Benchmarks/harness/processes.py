"""Run programs one at a time on one processor, and read the line of JSON that each prints."""
import json
import os
import resource
import shutil
import subprocess
import time


def idle_ticks():
    """Idle clock ticks of each processor so far; empty where the system doesn't say."""
    try:
        with open("/proc/stat") as file:
            rows = [line.split() for line in file if line.startswith("cpu") and line[3].isdigit()]
    except OSError:
        return {}
    return {int(row[0][3:]): int(row[4]) for row in rows}


def quietest_processor(seconds=0.3):
    """The processor that has been idle most, of those this process may use; None if unknown."""
    before = idle_ticks()
    time.sleep(seconds)
    after = idle_ticks()
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    idle = {cpu: after[cpu] - before[cpu] for cpu in usable if cpu in before and cpu in after}
    return max(idle, key=idle.get) if idle else None


def run(command, processor=None, check=True):
    """Run a command; its output, its wall seconds and its processor seconds.

    `processor` pins it, where the system can.
    """
    if processor is not None and shutil.which("taskset"):
        command = ["taskset", "-c", str(processor)] + command
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if check and done.returncode:
        raise SystemExit(f"{' '.join(command)}\nleft with {done.returncode}:\n{done.stderr}{done.stdout}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, wall, spent


def run_json(command, processor=None, check=True):
    """Run a command that prints a line of JSON; what it printed, with `wall_s` and `cpu_s` of the
    whole process."""
    output, wall, spent = run(command, processor, check)
    found = json.loads(output.strip().splitlines()[-1])
    found["process_wall_s"], found["process_cpu_s"] = wall, spent
    return found


def run_together(commands):
    """What several commands, started at once, print: a line of JSON each."""
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    outputs = [one.communicate()[0] for one in running]
    for one in running:
        if one.returncode:
            raise SystemExit(f"{' '.join(one.args)} left with {one.returncode}")
    return [json.loads(output.strip().splitlines()[-1]) for output in outputs]


def interleaved(commands, rounds, say=None):
    """Run all commands in turn, A B C A B C …, every round on the processor that is quietest then.

    A dictionary of lists, one entry a round.
    """
    found = {name: [] for name in commands}
    for number in range(rounds):
        processor = quietest_processor()
        for name, command in commands.items():
            found[name].append(run_json(command, processor))
        if say:
            say(f"round {number + 1} of {rounds}")
    return found
