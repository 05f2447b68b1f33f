using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class CalendarWriterTests
{
    private static readonly CalendarHead Head = new("-//Mainstay//Test//EN", new DateTime(2026, 5, 1, 7, 30, 0, DateTimeKind.Utc));

    [Fact]
    public void Writes_days_and_moments_with_what_is_said_about_them()
    {
        var text = CalendarWriter.Text(Head with { Name = "Ada's days", Refresh = TimeSpan.FromHours(1) },
        [
            new() { Uid = "a@mainstay", Start = CalendarTime.Day(new(2026, 5, 2)), End = CalendarTime.Day(new(2026, 5, 3)), Summary = "Birthday of Grace" },
            new()
            {
                Uid = "b@mainstay", Start = Moment(18), End = Moment(20), Summary = "Meetup; drinks, talks", Description = "First line\nsecond \\ line",
                Url = "https://example.com/a,b;c", Location = "Lisbon", Status = CalendarStatus.Confirmed, Sequence = 2, Alarms = [TimeSpan.FromMinutes(15)],
                Organizer = new("Grace: Hopper", "grace@example.com"), Attendees = [new(null, "bo@example.com", CalendarAnswer.Accepted)], Categories = ["a,b", "c"],
            },
        ]);
        Assert.Equal("""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Mainstay//Test//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME:Ada's days
            X-WR-CALNAME:Ada's days
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            BEGIN:VEVENT
            UID:a@mainstay
            DTSTAMP:20260501T073000Z
            DTSTART;VALUE=DATE:20260502
            DTEND;VALUE=DATE:20260503
            SUMMARY:Birthday of Grace
            END:VEVENT
            BEGIN:VEVENT
            UID:b@mainstay
            DTSTAMP:20260501T073000Z
            DTSTART:20260504T180000Z
            DTEND:20260504T200000Z
            SEQUENCE:2
            STATUS:CONFIRMED
            SUMMARY:Meetup\; drinks\, talks
            DESCRIPTION:First line\nsecond \\ line
            LOCATION:Lisbon
            URL:https://example.com/a,b;c
            CATEGORIES:a\,b,c
            ORGANIZER;CN="Grace: Hopper":mailto:grace@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.com
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT15M
            DESCRIPTION:Meetup\; drinks\, talks
            END:VALARM
            END:VEVENT
            END:VCALENDAR

            """, text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Folds_by_octets_and_cuts_no_letter()
    {
        var summary = string.Concat(Enumerable.Repeat("Zürich 東京 🎈 ", 20));
        var text = CalendarWriter.Text(Head, [new() { Uid = "u", Start = Moment(9), Summary = summary }]);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Contains("SUMMARY:" + summary, text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_can_begin_a_line_of_its_own() =>
        Check.One(Cards.Thorough.WithMaxTest(500), Prop.ForAll((from parts in Gen.Elements("a", "\r", "\n", "\r\n", "END:VEVENT", "BEGIN:VALARM", ";", ":", "\0", "\u0085", "\u2028", "\\").ListOf() select string.Concat(parts)).ToArbitrary(), text =>
        {
            var one = new CalendarEvent { Uid = "u" + text, Start = Moment(9), Summary = text, Description = text, Location = text, Url = text, Categories = [text], Organizer = new(text, text), Attendees = [new(text, text)] };
            var lines = CalendarWriter.Text(Head with { Name = text }, [one]).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
            Assert.Equal(1, lines.Count(line => line == "END:VEVENT"));
            Assert.DoesNotContain("BEGIN:VALARM", lines);
            Assert.All(lines, line => Assert.DoesNotContain(line, letter => letter is '\n' or '\r' or '\0'));
        }));

    [Fact]
    public void Refuses_an_event_without_a_uid_and_a_time_in_a_zone()
    {
        Assert.Throws<ArgumentException>(() => CalendarWriter.Text(Head, [new() { Uid = "", Start = Moment(9) }]));
        Assert.Throws<ArgumentException>(() => CalendarWriter.Text(Head, [new() { Uid = "u", Start = CalendarTime.Zoned(new(2026, 5, 1), "Europe/Berlin") }]));
        Assert.Throws<ArgumentException>(() => CalendarTime.Utc(new DateTime(2026, 5, 1)));
    }

    [Theory]
    [InlineData("P15DT5H0M20S", 15, 18020, "P15DT5H20S")]
    [InlineData("P7W", 49, 0, "P49D")]
    [InlineData("-PT15M", 0, -900, "-PT15M")]
    [InlineData("+P1D", 1, 0, "P1D")]
    [InlineData("PT0S", 0, 0, "PT0S")]
    [InlineData("p1dt90m", 1, 5400, "P1DT1H30M")]
    [InlineData("PT36H", 0, 129600, "PT36H")]
    public void Reads_and_writes_durations(string text, int days, int seconds, string written)
    {
        Assert.True(CalendarDuration.TryParse(text, out var duration));
        Assert.Equal(new(days, TimeSpan.FromSeconds(seconds)), duration);
        Assert.Equal(written, duration.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("1D")]
    [InlineData("P1M")]
    [InlineData("P1X")]
    [InlineData("PD")]
    [InlineData("P-1D")]
    [InlineData("P999999999D")]
    [InlineData("PT99999999999999999999S")]
    public void Refuses_what_is_no_duration(string text) => Assert.False(CalendarDuration.TryParse(text, out _));

    private static CalendarTime Moment(int hour) => CalendarTime.Utc(new DateTime(2026, 5, 4, hour, 0, 0, DateTimeKind.Utc));
}
