"""Two reports at once into one folder, and reports into the folder that one works in."""
import signal
import time

import reports
from program import KILLED, Table, expect
from killed import FORMS


def both(place, reference):
    """Both end well, and the folder is one of the two, whole."""
    place.clear()
    strangers = reports.Strangers(place.report)
    seeds = place.random.sample(sorted(reference.reported), 2)
    processes = []
    for seed in seeds:
        processes.append(place.start(*place.write_report(seed, *place.random.choice(FORMS))))
        time.sleep(place.random.uniform(0, 0.05))
    for ended in [place.finish(process) for process in processes]:
        expect(ended.code == 0, str(ended))
    told = reports.check(place.report, strangers)
    runs = {reference.reported[seed] for seed in seeds}
    expect(told in runs, f"a report of {told}")
    expect(not place.leftovers(), f"left behind: {place.leftovers()}")
    reference.check(place, runs)


def within(place, reference):
    """A folder that somebody works in stays where it is, so its files are put in one by one: after
    sudden death each is whole, and the next report makes all of them its own."""
    place.clear()
    strangers = reports.Strangers(place.report)
    place.succeed(*place.write_report(1, *place.random.choice(FORMS)))
    command = place.write_report(2, *place.random.choice(FORMS), output=".")
    process = place.start(*command, folder=place.report)
    # The last moments are those in which files are moved.
    before = set(place.report.iterdir())
    while process.poll() is None and set(place.report.iterdir()) == before:
        time.sleep(0.0002)
    time.sleep(place.random.uniform(0, 0.02))
    process.send_signal(signal.SIGKILL)
    ended = place.finish(process)
    expect(ended.code in (0, KILLED), str(ended))
    strangers.check()
    place.succeed(*place.write_report(3, *place.random.choice(FORMS), output="."),
                  folder=place.report)
    expect(reports.check(place.report, strangers) == reference.reported[3], "another report")
    expect(not place.leftovers(), f"left behind: {place.leftovers()}")


def run(places, reference, rounds, each):
    tables = [Table("two reports into one folder at once"),
              Table("killed: report into the working folder")]

    def work(place, numbers):
        for _ in numbers:
            tables[0].round(both, place, reference)
            tables[1].round(within, place, reference)

    each(places, work, range(max(1, rounds // 5)))
    return tables
