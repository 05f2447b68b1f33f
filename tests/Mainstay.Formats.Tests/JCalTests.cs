using System.Text.Json;

namespace Mainstay.Formats.Tests;

public sealed class JCalTests
{
    private static readonly CalendarHead Head = new("-//Example Inc.//Example Calendar//EN", new(2008, 2, 5, 19, 12, 24, DateTimeKind.Utc));

    // RFC 7265 B.1.1, in the order in which we write.
    [Fact]
    public void Writes_the_first_example_of_rfc_7265() => Assert.Equal(
        """["vcalendar",[["version",{},"text","2.0"],["prodid",{},"text","-//Example Inc.//Example Calendar//EN"],["calscale",{},"text","GREGORIAN"]],[["vevent",[["uid",{},"text","4088E990AD89CB3DBB484909"],["dtstamp",{},"date-time","2008-02-05T19:12:24Z"],["dtstart",{},"date","2008-10-06"],["summary",{},"text","Planning meeting"]],[]]]]""",
        JCal.Write(Head, Events("UID:4088E990AD89CB3DBB484909", "DTSTAMP:20080205T191224Z", "DTSTART;VALUE=DATE:20081006", "SUMMARY:Planning meeting")));

    // RFC 7265 B.2.1: zones, durations, rules, periods.
    [Fact]
    public void Writes_what_repeats_as_rfc_7265_says()
    {
        var written = Properties("UID:1", "DTSTART;TZID=US/Eastern:20060102T120000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5", "RDATE;TZID=US/Eastern;VALUE=PERIOD:20060102T150000/PT2H", "EXDATE;TZID=US/Eastern:20060103T120000");

        Assert.Equal(
            ["""["dtstart",{"tzid":"US/Eastern"},"date-time","2006-01-02T12:00:00"]""", """["duration",{},"duration","PT1H"]""", """["rrule",{},"recur",{"freq":"DAILY","count":5}]""",
             """["rdate",{"tzid":"US/Eastern"},"period",["2006-01-02T15:00:00","PT2H"]]""", """["exdate",{"tzid":"US/Eastern"},"date-time","2006-01-03T12:00:00"]"""],
            written[2..]);
    }

    // RFC 7265 §3.6.10: numbers, lists, and the extended format of UNTIL.
    [Theory]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU,-1MO", """{"freq":"YEARLY","interval":2,"bymonth":1,"byday":["-1MO","SU"]}""")]
    [InlineData("FREQ=MONTHLY;UNTIL=20080331T010000Z;BYMONTHDAY=1,-1", """{"freq":"MONTHLY","until":"2008-03-31T01:00:00Z","bymonthday":[-1,1]}""")]
    [InlineData("FREQ=WEEKLY;UNTIL=20080331;WKST=SU", """{"freq":"WEEKLY","until":"2008-03-31","wkst":"SU"}""")]
    public void A_rule_is_an_object(string rule, string expected)
    {
        using var written = JsonDocument.Parse(Properties("UID:1", "DTSTART;VALUE=DATE:20080101", $"RRULE:{rule}")[^1]);
        using var said = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(said.RootElement, written.RootElement[3]), written.RootElement[3].GetRawText());
    }

    [Fact]
    public void Parties_words_and_alarms_stand_as_they_are()
    {
        var json = JCal.Write(Head with { Name = "Treffen", Refresh = TimeSpan.FromHours(1) }, Events("UID:1", "DTSTART:20260504T170000Z", "DTEND:20260504T190000Z", "SUMMARY:Zoë\\, \\n“数学”", "CATEGORIES:x,y\\,z", "SEQUENCE:3", "STATUS:CONFIRMED", "URL:https://a.example/?b=1&c=2", "ORGANIZER;CN=Ada:mailto:ada@example.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:grace@example.org", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM"));

        foreach (var part in new[]
        {
            """["name",{},"text","Treffen"],["refresh-interval",{},"duration","PT1H"]""", """["dtend",{},"date-time","2026-05-04T19:00:00Z"]""", """["summary",{},"text","Zoë, \n“数学”"]""", """["categories",{},"text","x","y,z"]""", """["sequence",{},"integer",3]""",
            """["url",{},"uri","https://a.example/?b=1&c=2"]""", """["organizer",{"cn":"Ada"},"cal-address","mailto:ada@example.org"]""", """["attendee",{"partstat":"ACCEPTED"},"cal-address","mailto:grace@example.org"]""", """["valarm",[["action",{},"text","DISPLAY"],["trigger",{},"duration","-PT15M"]""",
        }) Assert.Contains(part, json, StringComparison.Ordinal);
        using var valid = JsonDocument.Parse(json);
    }

    [Fact]
    public void A_changed_occurrence_names_the_one_it_replaces() =>
        Assert.Equal("""["recurrence-id",{"tzid":"US/Eastern","range":"THISANDFUTURE"},"date-time","2006-01-04T12:00:00"]""", Properties("UID:1", "DTSTART;TZID=US/Eastern:20060104T140000", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=US/Eastern:20060104T120000")[^1]);

    private static IReadOnlyList<CalendarEvent> Events(params string[] lines) =>
        CalendarFile.Read($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").Events;

    private static List<string> Properties(params string[] lines)
    {
        using var json = JsonDocument.Parse(JCal.Write(Head, Events(lines)));
        return [.. json.RootElement[2][0][1].EnumerateArray().Select(property => property.GetRawText())];
    }
}
