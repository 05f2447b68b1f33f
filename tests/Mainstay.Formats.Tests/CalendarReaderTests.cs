using System.Text;
using static Mainstay.Formats.Tests.Calendars;

namespace Mainstay.Formats.Tests;

public sealed class CalendarReaderTests
{
    [Fact]
    public void Reads_what_an_event_says()
    {
        var one = Event("""
            DTSTART;TZID="Europe/Berlin":20260504T180000
            DTEND;TZID="Europe/Berlin":20260504T200000
            SUMMARY:Talks\, drinks\nand more
            DESCRIPTION:A long
              line
            LOCATION:Café Zürich
            URL:https://example.com/a?b=c\,d
            STATUS:confirmed
            SEQUENCE:3
            DTSTAMP:20260401T120000Z
            ORGANIZER;CN="Hopper, Grace":mailto:grace@example.com
            ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:MAILTO:bo@example.com
            ATTENDEE;PARTSTAT=DECLINED:invalid:nomail
            CATEGORIES:AI,Start-ups\, early
            BEGIN:VALARM
            TRIGGER:-PT15M
            SUMMARY:not this
            END:VALARM
            """).Events.Single();
        Assert.Equal((CalendarTime.Zoned(new(2026, 5, 4, 18, 0, 0), "Europe/Berlin"), CalendarTime.Zoned(new(2026, 5, 4, 20, 0, 0), "Europe/Berlin")), (one.Start, one.End));
        Assert.Equal(("Talks, drinks\nand more", "A long line", "Café Zürich"), (one.Summary, one.Description, one.Location));
        Assert.Equal((CalendarStatus.Confirmed, 3, new DateTime(2026, 4, 1, 12, 0, 0, DateTimeKind.Utc)), (one.Status, one.Sequence, one.Stamp));
        Assert.Equal(new CalendarParty("Hopper, Grace", "grace@example.com"), one.Organizer);
        Assert.Equal([new("Bo", "bo@example.com", CalendarAnswer.Accepted), new(null, null, CalendarAnswer.Declined)], one.Attendees);
        Assert.Equal(["AI", "Start-ups, early"], one.Categories);
        Assert.Equal([TimeSpan.FromMinutes(15)], one.Alarms);
    }

    [Theory]
    [InlineData("DTSTART:20260504T180000Z", CalendarTimeKind.Utc, 18)]
    [InlineData("DTSTART:20260504T180000", CalendarTimeKind.Floating, 18)]
    [InlineData("DTSTART:20260504", CalendarTimeKind.Day, 0)]
    [InlineData("DTSTART;VALUE=DATE:20260504", CalendarTimeKind.Day, 0)]
    [InlineData("DTSTART;VALUE=DATE:20260504T120000Z", CalendarTimeKind.Day, 0)]
    [InlineData("dtstart;;value=date-time:20260504T1800", CalendarTimeKind.Floating, 18)]
    [InlineData("DTSTART:2026-05-04T18:00:00Z", CalendarTimeKind.Utc, 18)]
    [InlineData("DTSTART:20260504T200000+0200", CalendarTimeKind.Utc, 18)]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260504T180060", CalendarTimeKind.Zoned, 18)]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260504T180000Z", CalendarTimeKind.Utc, 18)]
    public void Reads_every_kind_of_time(string line, CalendarTimeKind kind, int hour)
    {
        var start = Event(line).Events.Single().Start;
        Assert.Equal((kind, hour, 4), (start.Kind, start.Clock.Hour, start.Clock.Day));
    }

    [Theory]
    [InlineData("DTEND:20260503T180000Z")]
    [InlineData("DURATION:-PT1H")]
    public void What_ends_before_it_begins_lasts_no_time_and_is_reported(string line)
    {
        var file = Event("DTSTART:20260504T180000Z\n" + line);
        Assert.Equal(CalendarDuration.Zero, file.Events.Single().Duration);
        Assert.Equal(5, Assert.Single(file.Problems).Line);
        Assert.Equal(TimeSpan.Zero, file.Occurrences(Window(2026, 2027)).Items.Select(one => one.EndsAt - one.StartsAt).Single());
    }

    [Theory]
    [InlineData("RRULE:FREQ=FORTNIGHTLY", 5, 7)]
    [InlineData("RRULE:BYDAY=MO", 5, 7)]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=13", 5, 7)]
    [InlineData("RRULE:RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L", 5, 7)]
    [InlineData("DTEND:yesterday", 5, 7)]
    [InlineData("DTEND;X-WHO=\"Zoë\":yesterday", 5, 19)]
    [InlineData("DTEND;X-WHO=Zoë\n :yesterday", 5, 1)]
    [InlineData("DURATION:P1Q", 5, 10)]
    [InlineData("EXDATE:20260101T000000Z,99999999", 5, 8)]
    [InlineData("a line without any colon", 5, 1)]
    [InlineData("SUM MARY:no name", 5, 4)]
    [InlineData("SUMMARY:ok\nRRULE:FREQ=DAILY;INTERVAL=0;COUNT=1", 6, 7)]
    public void A_bad_line_costs_itself_and_is_named_with_its_place(string line, int number, int column)
    {
        var file = Event("DTSTART:20260504T180000Z\n" + line);
        Assert.Single(file.Events);
        Assert.Equal((number, column), Assert.Single(file.Problems) is var problem ? (problem.Line, problem.Column) : default);
        Assert.Single(file.Occurrences(Window(2026, 2027)).Items);
    }

    [Fact]
    public void An_event_without_a_start_costs_itself()
    {
        var file = File("BEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART:20261301\nEND:VEVENT\nBEGIN:VEVENT\nUID:c\nDTSTART:20261201\nEND:VEVENT");
        Assert.Equal(["c"], file.Events.Select(one => one.Uid));
        Assert.Equal([2, 7, 7], file.Problems.Select(problem => (int)problem.Line));
    }

    [Theory]
    [InlineData("DTSTART:yesterday\nTZOFFSETTO:+0100", 4, 4)]
    [InlineData("DTSTART:19700101T000000\nTZOFFSETTO:soon", 5)]
    [InlineData("DTSTART:19700101T000000", 3)]
    public void A_part_of_a_zone_is_named_with_the_line_that_is_wrong(string lines, params int[] at)
    {
        var file = File($"BEGIN:VTIMEZONE\nBEGIN:STANDARD\n{lines}\nEND:STANDARD\nTZID:Z\nEND:VTIMEZONE");
        Assert.Equal([2, .. at], file.Problems.Select(problem => (int)problem.Line));
    }

    [Fact]
    public void Finds_events_in_several_calendars_and_between_broken_bounds()
    {
        var file = CalendarFile.Read("""
            BEGIN:VCALENDAR
            X-WR-CALNAME:One
            BEGIN:VTODO
            DTSTART:20260101
            BEGIN:VEVENT
            UID:a
            DTSTART:20260102
            BEGIN:VALARM
            UID:no
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            DTSTART:20260103
            END:VCALENDAR
            END:VEVENT
            BEGIN:VEVENT
            UID:c
            DTSTART:20260104
            BEGIN:VCALENDAR
            NAME:Two
            BEGIN:vevent
            UID:d
            DTSTART:20260105
            """);
        Assert.Equal(["a", "b", "c", "d"], file.Events.Select(one => one.Uid));
        Assert.Equal(["One", "Two"], file.Names);
        Assert.NotEmpty(file.Problems);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\r\n")]
    public void Takes_any_line_end_a_mark_and_NULs(string end)
    {
        var text = string.Join(end, "\uFEFFBEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:u", "DTSTART:20260101", "SUM\0MARY:Gr\0ü\0ße", " an alle", "END:VEVENT", "END:VCALENDAR", "");
        foreach (var encoding in (Encoding[])[new UTF8Encoding(), Encoding.Unicode, Encoding.BigEndianUnicode])
            Assert.Equal("Grüßean alle", CalendarFile.Read(new MemoryStream(encoding.GetBytes(text))).Events.Single().Summary);
    }

    [Fact]
    public void Reads_the_quoted_printable_of_vCalendar_1_and_other_character_sets()
    {
        var old = Event("DTSTART:20260101T100000\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9 =\nam See=0D=0Aheute");
        Assert.Equal("Café am See\nheute", old.Events.Single().Summary);
        var western = Encoding.Latin1.GetBytes("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:20260101\nSUMMARY:Frühstück in Köln\nEND:VEVENT\nEND:VCALENDAR\n");
        Assert.Equal("Frühstück in Köln", CalendarFile.Read(new MemoryStream(western)).Events.Single().Summary);
    }

    [Fact]
    public void Says_that_there_is_no_calendar() =>
        Assert.Equal(ProblemKind.Refusal, Assert.Single(CalendarFile.Read("<html>\n<p>Sign in: here</p>\n").Problems).Kind);

    [Fact]
    public void Refuses_the_rest_beyond_its_limits()
    {
        var many = "BEGIN:VCALENDAR\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:20260101\nSUMMARY:{new string('x', i * 10)}\nEND:VEVENT\n")) + "END:VCALENDAR\n";
        var events = CalendarFile.Read(many, new() { Events = 5 });
        Assert.Equal((5, FormatFault.TooManyEvents, true), (events.Events.Count, Assert.Single(events.Problems).Fault, events.Problems[0].IsEnd));
        var odd = CalendarFile.Read("BEGIN:VCALENDAR\n" + string.Concat(Enumerable.Repeat("BEGIN:VEVENT\nUID:u\nEND:VEVENT\n", 20)) + "END:VCALENDAR\n", new() { Events = 15, Problems = 10 });
        Assert.Equal(FormatFault.TooManyEvents, odd.Problems.Single(problem => problem.IsEnd).Fault);
        var bytes = CalendarFile.Read(many, new() { FileBytes = 700 });
        Assert.Equal([700L], bytes.Problems.Single(problem => problem.Fault == FormatFault.FileTooLarge).Inputs);
        Assert.Equal(FormatFault.FileTooLarge, bytes.Problems.Single(problem => problem.IsEnd).Fault);
        var part = CalendarFile.Read(many, new() { PartBytes = 100 });
        Assert.Equal(8, part.Events.Count);
        var bad = CalendarFile.Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n" + string.Concat(Enumerable.Repeat("bad\n", 500)) + "END:VEVENT\nEND:VCALENDAR\n", new() { Problems = 10 });
        Assert.Equal((1, 11), (bad.Events.Count, bad.Problems.Count));
    }

    [Fact]
    public void Reads_a_hundred_thousand_events_and_never_more_than_the_limit_of_bytes()
    {
        using var stream = new Endless();
        var limits = new CalendarLimits { FileBytes = 20_000_000 };
        var events = 0;
        FormatProblem? last = null;
        foreach (var result in CalendarReader.Read(stream, limits))
        {
            if (result.Event is not null) events++;
            last = result.Problems.Count > 0 ? result.Problems[^1] : last;
        }

        Assert.Equal(100_000, events);
        Assert.Equal(ProblemKind.Refusal, last!.Kind);
        Assert.True(stream.Given <= limits.FileBytes + 100_000);
    }

    // A calendar without end.
    private sealed class Endless : Stream
    {
        private static readonly byte[] Start = "BEGIN:VCALENDAR\n"u8.ToArray();
        private static readonly byte[] Again = "BEGIN:VEVENT\nUID:u\nDTSTART:20260504T180000Z\nRRULE:FREQ=DAILY\nSUMMARY:Talks\nEND:VEVENT\n"u8.ToArray();

        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, Given++)
                buffer[offset + i] = Given < Start.Length ? Start[Given] : Again[(Given - Start.Length) % Again.Length];
            return count;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
