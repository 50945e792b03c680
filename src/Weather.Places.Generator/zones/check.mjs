// Compares the zone of every place with the exact polygons of geo-tz (its data are ODbL: looked at, never shipped).
// Usage: npm install geo-tz@8.1.9 --no-save && dotnet run … zones | node check.mjs
import { createInterface } from 'node:readline';
import { find } from 'geo-tz/all';

// The rules of this year and of the next, as offsets at twelve instants of each, tell real differences from aliases.
const instants = [...Array(24).keys()].map(month => new Date(Date.UTC(2026, month, 15, 12)));
const formats = new Map();
function offsets(zone) {
  if (!formats.has(zone)) {
    try {
      const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      formats.set(zone, instants.map(at => format.formatToParts(at).find(part => part.type === 'timeZoneName').value).join());
    } catch {
      formats.set(zone, `unknown to this node: ${zone}`);
    }
  }
  return formats.get(zone);
}

let asked = 0;
let differing = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [id, latitude, longitude, zone, population, country, name] = line.split('\t');
  const exact = find(Number(latitude), Number(longitude));
  asked++;
  if (!exact.includes(zone) && !exact.some(other => offsets(other) === offsets(zone))) {
    differing++;
    console.log([id, name, country, population, zone, exact.join('|')].join('\t'));
  }
}
console.log(`${differing} of ${asked} places keep another clock than their polygon says`);
