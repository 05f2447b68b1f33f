using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed partial class CalendarRobustnessTests
{
    private static readonly string[] Pieces =
    [
        "BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r", "begin : vevent\n", "BEGIN:VTIMEZONE\n", "END:VTIMEZONE\n", "BEGIN:STANDARD\n", "END:STANDARD\n", "BEGIN:DAYLIGHT\n",
        "BEGIN:VALARM\n", "END:VALARM\n", "BEGIN:VTODO\n", "BEGIN:\n", "END:\n", "TZID:X\n", "TZOFFSETTO:-0000\n", "TZOFFSETFROM:+1345\n", "DTSTART:20260329T023000\n", "DTSTART;TZID=X:99991231T235959\n", "DTSTART:00010101T000000Z\n",
        "DTSTART;VALUE=DATE:20240229\n", "DTEND:20250101\n", "DURATION:-P9W\n", "RRULE:FREQ=YEARLY\n", "RRULE:FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=-1\n", "RRULE:FREQ=SECONDLY;COUNT=99\n", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z\n", "EXRULE:FREQ=DAILY\n",
        "RDATE;VALUE=PERIOD:20260101T000000Z/P1D,\n", "EXDATE:20260101\n", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260405T023000\n", "RECURRENCE-ID:20260101\n", "UID:u\n", "UID:\n", "SUMMARY;ENCODING=QUOTED-PRINTABLE:a=\n", "=E4\n", " \n", "\0", "\\\n", ";:\n", "no colon\n", "Z\u00FC\n",
    ];

    private static readonly Gen<byte[]> Mixtures =
        from pieces in Gen.Frequency((10, Gen.Elements(Pieces)), (1, Gen.Choose(0, 255).ListOf().Select(bytes => string.Concat(bytes.Select(value => (char)value))))).ListOf()
        select Encoding.Latin1.GetBytes("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + string.Concat(pieces));

    [Fact]
    public void Random_bytes_never_throw() =>
        Check.One(Cards.Thorough, Prop.ForAll(Gen.Choose(0, 255).ListOf().Select(bytes => bytes.Select(value => (byte)value).ToArray()).ToArbitrary(), bytes => Exercise(new MemoryStream(bytes))));

    [Fact]
    public void Pieces_of_calendars_in_any_order_never_throw() => Check.One(Cards.Thorough.WithMaxTest(1000), Prop.ForAll(Mixtures.ToArbitrary(), bytes => Exercise(new MemoryStream(bytes))));

    [Fact]
    public void What_is_written_is_read_again() => Check.One(Cards.Thorough.WithMaxTest(300), Prop.ForAll(
        (from words in Gen.Elements("a", " ", "ü", "東", "🎈", "\n", ",", ";", "\\", "\"", ":", "BEGIN:VEVENT").ListOf()
         from hour in Gen.Choose(0, 23)
         from length in Gen.Choose(0, 3000)
         select (Text: string.Concat(words).Trim(), hour, length)).ToArbitrary(),
        given =>
        {
            var one = new CalendarEvent
            {
                Uid = "u", Start = CalendarTime.Utc(new DateTime(2026, 5, 1, given.hour, 0, 0, DateTimeKind.Utc)), Duration = CalendarDuration.Of(TimeSpan.FromMinutes(given.length)),
                Summary = given.Text, Description = given.Text + given.Text, Location = given.Text, Sequence = given.length, Stamp = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc),
                Categories = given.Text.Length > 0 ? [given.Text] : [], Attendees = [new(null, "bo@example.com", CalendarAnswer.Tentative)], Alarms = [TimeSpan.FromMinutes(5)], Status = CalendarStatus.Tentative,
            };
            var file = CalendarFile.Read(CalendarWriter.Text(new("-//Test//EN", new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc)), [one]));
            Assert.Empty(file.Problems);
            var again = file.Events.Single();
            Assert.Equal((one.Uid, one.Start, one.Duration, one.Summary, one.Description, one.Location, one.Sequence, one.Stamp, one.Status),
                (again.Uid, again.Start, again.Duration, again.Summary, again.Description, again.Location, again.Sequence, again.Stamp, again.Status));
            Assert.Equal(one.Categories, again.Categories);
            Assert.Equal(one.Attendees, again.Attendees);
            Assert.Equal(one.Alarms, again.Alarms);
        }));

    [Fact]
    public void Every_event_of_the_corpus_is_found_and_asked_for_quickly()
    {
        var files = Files().Select(file => (file, Bytes: File.ReadAllBytes(file))).ToList();
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var (_, bytes) in files) _ = CalendarFile.Read(new MemoryStream(bytes));
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count} files read in {best.TotalMilliseconds:0} ms");
        Assert.All(files, file =>
        {
            var found = Exercise(new MemoryStream(file.Bytes));
            using var reader = new StreamReader(new MemoryStream(file.Bytes), Encoding.Latin1, true);
            var text = reader.ReadToEnd();
            Assert.Equal(Begin().Count(text), found.Events.Count + found.Problems.Count(problem => problem.Fault is FormatFault.EventWithoutStart or FormatFault.EventTooLarge or FormatFault.EventTooLong));
        });
    }

    private static CalendarFile Exercise(Stream stream)
    {
        var file = CalendarFile.Read(stream);
        Assert.All(file.Problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1 }));
        var found = file.Occurrences(Calendars.Window(2000, 2040) with { Most = 200, Budget = 100_000 });
        Assert.All(found.Items, one => Assert.True(one.EndsAt >= one.StartsAt));
        _ = file.Occurrences(new(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), Calendars.Berlin) { Most = 20, Budget = 100_000, WithCancelled = true });
        return file;
    }

    private static IEnumerable<string> Files()
    {
        var shared = Environment.GetEnvironmentVariable("MAINSTAY_SHARED");
        var folder = Path.Combine(shared ?? "", "corpora", "ics");
        Assert.SkipUnless(shared is not null && Directory.Exists(folder), "MAINSTAY_SHARED does not name the folder with the corpora.");
        return Directory.EnumerateFiles(folder);
    }

    [GeneratedRegex("^[ \\t]*BEGIN:VEVENT[ \\t]*\\r*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Begin();
}
