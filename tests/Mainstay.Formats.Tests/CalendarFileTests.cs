using System.Diagnostics;
using System.Globalization;
using static Mainstay.Formats.Tests.Calendars;

namespace Mainstay.Formats.Tests;

/// <summary>Occurrences: exceptions, replacements, zones, and the changes of the clock.</summary>
public sealed class CalendarFileTests
{
    [Fact]
    public void Adds_and_takes_away_dates_and_rules() => Assert.Equal(
        ["0105 09:00", "0107 09:00", "0108 10:00", "0111 09:00", "0120 08:00"],
        Starts(Event("""
            DTSTART:20260105T090000Z
            RRULE:FREQ=DAILY;COUNT=7
            EXRULE:FREQ=WEEKLY;BYDAY=TU,SA
            EXDATE:20260108T090000Z,20260109T090000Z
            RDATE:20260108T100000Z
            RDATE;VALUE=PERIOD:20260120T080000Z/PT30M
            """)));

    [Fact]
    public void A_period_says_how_long_its_occurrence_lasts()
    {
        var items = Event("DTSTART:20260105T090000Z\nDTEND:20260105T100000Z\nRDATE;VALUE=PERIOD:20260106T090000Z/20260106T120000Z,20260107T090000Z/PT5M").Occurrences(Window(2026, 2027)).Items;
        Assert.Equal([60, 180, 5], items.Select(one => (int)(one.EndsAt - one.StartsAt).TotalMinutes));
    }

    [Fact]
    public void One_series_takes_no_more_places_than_it_may_and_says_from_when_on_some_are_missing()
    {
        var file = File("""
            BEGIN:VEVENT
            UID:often
            DTSTART:20260105T090000Z
            RRULE:FREQ=HOURLY
            END:VEVENT
            BEGIN:VEVENT
            UID:daily
            DTSTART:20260105T120000Z
            RRULE:FREQ=DAILY;COUNT=4
            END:VEVENT
            BEGIN:VEVENT
            UID:late
            DTSTART:20261201T090000Z
            END:VEVENT
            """);

        var few = file.Occurrences(Window(2026, 2027) with { MostOfOne = 3, MostPerDay = 1 });
        var whole = file.Occurrences(Window(2026, 2027) with { MostOfOne = 400, MostPerDay = 1 });
        var full = file.Occurrences(Window(2026, 2027) with { Most = 3, MostPerDay = 1 });

        Assert.Equal([("often", 5), ("daily", 5), ("often", 6), ("daily", 6), ("often", 7), ("daily", 7), ("late", 1)], few.Items.Select(one => (one.Event.Uid, one.StartsAt.Day)));
        Assert.Equal((true, true, true), (few.IsCut, whole.IsCut, full.IsCut));
        Assert.Equal(new DateTime(2026, 1, 8, 0, 0, 0, DateTimeKind.Utc), few.CompleteUntil);
        Assert.Equal(Window(2026, 2027).To, whole.CompleteUntil);
        Assert.Equal(new DateTime(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc), full.CompleteUntil);
        Assert.Null(file.Occurrences(Window(2026, 2027) with { Budget = 100 }).CompleteUntil);
    }

    [Theory, InlineData("9,18", 4, false), InlineData("9,12,15,18", 2, true)]
    public void A_day_that_has_too_many_of_a_series_has_one_and_says_so(string hours, int expected, bool isThinned)
    {
        var file = Event($"DTSTART:20260104T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=SU;BYHOUR={hours};UNTIL=20260111T235959Z");

        var found = file.Occurrences(Window(2026, 2027) with { MostPerDay = 3 });
        var later = file.Occurrences(Window(2027, 2028) with { MostPerDay = 3 });

        Assert.Equal((expected, isThinned), (found.Items.Count, found.IsCut));
        Assert.Equal(isThinned ? [new(2026, 1, 4), new(2026, 1, 11)] : Array.Empty<DateOnly>(), found.Crowded.Select(one => one.Day));
        Assert.Equal(Window(2026, 2027).To, found.CompleteUntil);
        Assert.False(later.IsCut);
    }

    [Fact]
    public void A_replacement_stands_for_its_occurrence_wherever_it_is_moved()
    {
        var file = File("""
            BEGIN:VEVENT
            UID:u
            DTSTART;TZID=Europe/Berlin:20260105T090000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;COUNT=4
            SUMMARY:Usual
            END:VEVENT
            BEGIN:VEVENT
            UID:u
            RECURRENCE-ID;TZID=Europe/Berlin:20260112T090000
            DTSTART;TZID=Europe/Berlin:20260114T170000
            SUMMARY:Moved
            END:VEVENT
            BEGIN:VEVENT
            UID:u
            RECURRENCE-ID:20260119T080000Z
            DTSTART:20260119T080000Z
            STATUS:CANCELLED
            END:VEVENT
            """);
        Assert.Equal(["0105 08:00", "0114 16:00", "0126 08:00"], Starts(file));
        Assert.Equal(["Usual", "Moved", "", "Usual"], file.Occurrences(Window(2026, 2027) with { WithCancelled = true }).Items.Select(one => one.Event.Summary));
        Assert.Equal(CalendarTime.Zoned(new(2026, 1, 12, 9, 0, 0), "Europe/Berlin"), file.Occurrences(Window(2026, 2027)).Items[1].Id);
    }

    [Fact]
    public void This_and_the_future_are_moved_together()
    {
        var file = File("""
            BEGIN:VEVENT
            UID:u
            DTSTART;TZID=Europe/Berlin:20260105T090000
            DTEND;TZID=Europe/Berlin:20260105T100000
            RRULE:FREQ=WEEKLY;COUNT=5
            END:VEVENT
            BEGIN:VEVENT
            UID:u
            RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260119T090000
            DTSTART;TZID=Europe/Berlin:20260120T100000
            DTEND;TZID=Europe/Berlin:20260120T120000
            SUMMARY:Later
            END:VEVENT
            """);
        Assert.Equal(["0105 08:00", "0112 08:00", "0120 09:00", "0127 09:00", "0203 09:00"], Starts(file));
        Assert.Equal([1, 1, 2, 2, 2], file.Occurrences(Window(2026, 2027)).Items.Select(one => (int)(one.EndsAt - one.StartsAt).TotalHours));
    }

    [Fact]
    public void A_cancelled_event_does_not_take_place()
    {
        Assert.Empty(Starts(Event("DTSTART:20260105T090000Z\nSTATUS:CANCELLED\nRRULE:FREQ=DAILY")));
        Assert.Empty(Starts(File("METHOD:CANCEL\nBEGIN:VEVENT\nUID:u\nDTSTART:20260105T090000Z\nEND:VEVENT")));
    }

    [Fact]
    public void The_newest_of_several_versions_counts()
    {
        const string Both = "BEGIN:VEVENT\nUID:u\nSEQUENCE:2\nDTSTART:20260105T090000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:u\nSEQUENCE:1\nDTSTART:20260106T090000Z\nEND:VEVENT";
        Assert.Equal(["0105 09:00"], Starts(File(Both)));
        Assert.Equal(2, File(Both.Replace("UID:u\n", "", StringComparison.Ordinal)).Series.Count);
    }

    [Fact]
    public void Whole_days_take_place_in_the_zone_of_who_asks()
    {
        var one = Event("DTSTART;VALUE=DATE:20260704\nRRULE:FREQ=YEARLY;UNTIL=20270704T000000Z").Occurrences(Window(2026, 2030)).Items;
        Assert.Equal(2, one.Count);
        Assert.Equal(new DateTime(2026, 7, 3, 22, 0, 0, DateTimeKind.Utc), one[0].StartsAt);
        Assert.Equal(TimeSpan.FromDays(1), one[0].EndsAt - one[0].StartsAt);
        Assert.True(one[0].Start.IsDay);
    }

    [Theory]
    [InlineData("Europe/Berlin", "0329 01:30")] // 02:30 does not exist: by the offset before, 03:30 summer time
    [InlineData("America/New_York", "0329 06:30")]
    public void A_time_that_the_clock_skips_is_read_by_the_offset_before(string zone, string first) =>
        Assert.Equal(first, Starts(Event($"DTSTART;TZID={zone}:20260329T023000")).Single());

    [Fact]
    public void A_time_that_comes_twice_means_the_first() => Assert.Equal(["1025 00:30"], Starts(Event("DTSTART;TZID=Europe/Berlin:20261025T023000")));

    [Fact]
    public void A_weekly_evening_stays_in_the_evening_when_the_clock_changes() =>
        Assert.Equal(["0322 18:00", "0329 17:00", "0405 17:00"], Starts(Event("DTSTART;TZID=Europe/Berlin:20260322T190000\nRRULE:FREQ=WEEKLY;COUNT=3")));

    [Fact]
    public void A_day_of_duration_is_a_day_of_the_clock_and_hours_are_hours()
    {
        var day = Event("DTSTART;TZID=Europe/Berlin:20260328T120000\nDURATION:P1D").Occurrences(Window(2026, 2027)).Items[0];
        var hours = Event("DTSTART;TZID=Europe/Berlin:20260328T120000\nDURATION:PT24H").Occurrences(Window(2026, 2027)).Items[0];
        Assert.Equal([23, 24], [(int)(day.EndsAt - day.StartsAt).TotalHours, (int)(hours.EndsAt - hours.StartsAt).TotalHours]);
    }

    [Fact]
    public void What_lasts_into_the_window_is_in_it_and_what_ended_is_not()
    {
        var file = Event("DTSTART:20251230T090000Z\nDTEND:20260103T090000Z\nRRULE:FREQ=YEARLY");
        Assert.Equal(["1230 09:00", "1230 09:00"], Starts(file, 2026, 2027));
        Assert.Equal(["1231 23:00"], Starts(Event("DTSTART:20251231T230000Z\nDTEND:20260101T000000Z"), 2025, 2026));
        Assert.Empty(Starts(Event("DTSTART:20251231T230000Z\nDTEND:20260101T000000Z"), 2026, 2027));
    }

    [Fact]
    public void The_start_counts_as_the_first_even_when_the_rule_does_not_hit_it() =>
        Assert.Equal(["0106 09:00", "0109 09:00", "0116 09:00"], Starts(Event("DTSTART:20260106T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3")));

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("RRULE:FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1")]
    [InlineData("RRULE:FREQ=SECONDLY;COUNT=2000000000;BYSETPOS=5")]
    [InlineData("RRULE:FREQ=DAILY\nEXRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=MINUTELY;INTERVAL=2147483647;BYSECOND=1")]
    public void A_rule_without_end_or_without_any_hit_is_bounded(string rule)
    {
        var file = Event("DTSTART:19000101T000000Z\n" + rule);
        var watch = Stopwatch.StartNew();
        var found = file.Occurrences(new(new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc) { Most = 100 });
        Assert.True(found.Items.Count <= 100);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void The_earliest_are_kept_when_there_are_more_than_were_asked_for()
    {
        var file = File(string.Join('\n', Enumerable.Range(0, 50).Select(i => $"BEGIN:VEVENT\nUID:u{i}\nDTSTART:202601{28 - i % 28:00}T090000Z\nRRULE:FREQ=DAILY\nEND:VEVENT")));
        var found = file.Occurrences(Window(2026, 2027) with { Most = 3 });
        Assert.True(found.IsCut);
        Assert.Equal(["0101", "0102", "0102"], found.Items.Select(one => one.StartsAt.ToString("MMdd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", true, false)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260501T120000Z\nEND:VEVENT\nEND:VCALENDAR", true, false)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260501T120000Z\nSUM", true, true)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260501T120000Z\nEND:VEVENT\n", true, true)]
    [InlineData("<html></html>", false, false)]
    [InlineData("", false, false)]
    public void Says_whether_it_is_a_calendar_and_whole(string text, bool hasCalendar, bool isCutOff)
    {
        var file = CalendarFile.Read(text);

        Assert.Equal((hasCalendar, isCutOff), (file.HasCalendar, file.IsCutOff));
    }
}
