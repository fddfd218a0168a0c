// Reads a calendar from the standard input with somebody else's parser and says what it understood. Offsets come from the calendar's own VTIMEZONEs: this parser knows no zones of its own.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const instant = time => new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
const event = component => {
    const { uid, sequence, summary, description, startDate, endDate } = new ICAL.Event(component);
    const [status, stamp] = ["status", "dtstamp"].map(name => component.getFirstPropertyValue(name));
    return { uid, sequence, summary, description, status, stamp: instant(stamp), start: instant(startDate), end: instant(endDate), local: startDate.toString(), zone: startDate.zone.tzid };
};

console.log(JSON.stringify({
    name: calendar.getFirstPropertyValue("name"),
    zones: calendar.getAllSubcomponents("vtimezone").map(zone => zone.getFirstPropertyValue("tzid")),
    events: calendar.getAllSubcomponents("vevent").map(event),
}));
