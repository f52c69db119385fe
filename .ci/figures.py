# Turns the JSON of the zoo and of the real projects into score lines.
# `work` is the folder of the run; printed lines are "name value", and a name
# that begins with "max:" may only fall.
import collections

for name in ("check", "sqlite", "postgresql", "mariadb", "mysql56"):
    if not (work / f"zoo_{name}.json").exists():
        continue  # said above; the ratchet names its lines as not measured
    data = json.loads((work / f"zoo_{name}.json").read_text())
    cases = data["all"]
    print(f"zoo.{name}.defects_found {cases['defective'][1]}")
    print(f"max:zoo.{name}.clean_blamed {cases['clean'][1]}")
    if name == "check":
        rows = data["defective, statically decidable or not"]
        print(f"zoo.check.static_found {rows['static'][1]}")
    else:
        print(f"max:zoo.{name}.no_answer {cases['defective'][3] + cases['clean'][3]}")

report = json.loads((work / "report.json").read_text())
projects = report["projects"] if isinstance(report, dict) else report
equal, whole, kinds, graphs, loads = collections.Counter(), collections.Counter(), collections.Counter(), 0, 0
for p in projects:
    if not p.get("loads"):
        continue
    h = p["history"]
    graphs += bool(h["ok"] and h["heads"] and h["revisions"] and not h["wrong_parents"])
    for way, s in p["sql"].items():
        equal[way.split()[0]] += s["counts"].get("equal", 0)
        whole[way.split()[0]] += s["revisions"] - s["counts"].get("unstable", 0)
    check = p.get("check", {})
    kinds.update("check." + w["kind"].replace(" ", "_") for w in check.get("wrong", []))
    loads += check.get("counts", {}).get("of these: does not load", 0)
    for database, v in p.get("verify", {}).items():
        kinds.update({f"{database}.{k.replace(' ', '_').replace(',', '').replace(':', '')}": n for k, n in v.get("counts", {}).items()})
print(f"projects.graph {graphs}")
for dialect in sorted(equal):
    print(f"projects.sql.{dialect} {equal[dialect]}")
print(f"max:projects.check.load {loads}")
for name in ("check.missed", "check.false_alarm"):
    print(f"max:projects.{name} {kinds[name]}")
for database in ("sqlite", "postgresql"):
    agree = sum(n for k, n in kinds.items() if k.startswith(database + ".agree"))
    print(f"projects.verify.{database}.agree {agree}")
    for name in ("missed", "false_alarm", "mrt_passes_real_upgrade_fails", "mrt_cannot_upgrade", "not_reported"):
        print(f"max:projects.verify.{database}.{name} {kinds[database + '.' + name]}")
