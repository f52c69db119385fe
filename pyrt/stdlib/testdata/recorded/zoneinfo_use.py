"""Offsets, names and daylight saving around transitions."""

from zoneinfo import *
from datetime import *
for k in ("Europe/Berlin","America/New_York","Asia/Kolkata","UTC","Australia/Lord_Howe","Europe/Dublin","Africa/Casablanca","Europe/London"):
    z=ZoneInfo(k); print(z,repr(z),z is ZoneInfo(k))
    for d in (datetime(2024,1,1),datetime(2024,7,1,12),datetime(2024,3,31,2,30),datetime(2024,3,10,2,30),datetime(2024,10,27,2,30),datetime(2024,11,3,1,30),datetime(2030,6,1),datetime(1950,1,1),datetime(1800,1,1)):
        for f in (0,1):
            x=d.replace(tzinfo=z,fold=f); print(x.isoformat(),x.utcoffset(),x.tzname(),x.dst(),x.astimezone(timezone.utc).isoformat(), x.timestamp())
        y=d.replace(tzinfo=timezone.utc).astimezone(z); print(y,y.fold)
for k in ("Nope/X","","../x","/x"):
    try: ZoneInfo(k)
    except Exception as e: print(type(e).__name__,e)
print(datetime(2024,1,1,tzinfo=ZoneInfo("Asia/Tokyo")).strftime("%Z %z"), datetime(2024,1,1,tzinfo=ZoneInfo("UTC"))==datetime(2024,1,1,tzinfo=timezone.utc), repr(datetime(2024,1,1,tzinfo=ZoneInfo("UTC"))))
