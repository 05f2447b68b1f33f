using static Mainstay.Formats.Tests.Calendars;

namespace Mainstay.Formats.Tests;

public sealed class CalendarZoneTests
{
    private const string Own = """
        BEGIN:VTIMEZONE
        TZID:/example.org/Odd
        BEGIN:STANDARD
        DTSTART:19701101T020000
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        TZOFFSETFROM:+0245
        TZOFFSETTO:+0130
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700301T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU
        TZOFFSETFROM:+0130
        TZOFFSETTO:+0245
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    [Fact]
    public void The_rules_of_the_file_hold() =>
        Assert.Equal(["0101 10:30", "0701 09:15"], Starts(File($"BEGIN:VEVENT\nUID:u\nDTSTART;TZID=/example.org/Odd:20260101T120000\nRDATE;TZID=/example.org/Odd:20260701T120000\nEND:VEVENT\n{Own}")));

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("/mozilla.org/20050126_1/America/New_York")]
    [InlineData("/freeassociation.sourceforge.net/Tzfile/America/New_York")]
    [InlineData("custom_America/New_York")]
    [InlineData("posix/America/New_York")]
    [InlineData("US/Eastern")]
    [InlineData("Eastern Standard Time")]
    [InlineData("Eastern Time (US & Canada)")]
    [InlineData("(UTC-05:00) Eastern Time (US & Canada)")]
    [InlineData("\"(GMT-05.00) Eastern Time (US & Canada)\"")]
    public void Knows_the_zone_under_many_names(string name)
    {
        var zone = ZoneNames.Find(name);
        Assert.NotNull(zone);
        Assert.Equal(TimeSpan.FromHours(-4), zone.GetUtcOffset(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(TimeSpan.FromHours(-5), zone.GetUtcOffset(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("Western/Central Europe", 1, 2)]
    [InlineData("W. Europe Standard Time", 1, 2)]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 1, 2)]
    [InlineData("Sarajevo, Skopje, Sofija, Vilnius, Warsaw, Zagreb", 1, 2)]
    [InlineData("(GMT+01.00) Sarajevo/Warsaw/Zagreb", 1, 2)]
    [InlineData("Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", 0, 1)]
    [InlineData("(UTC) Coordinated Universal Time", 0, 0)]
    [InlineData("Tokyo Standard Time", 9, 9)]
    [InlineData("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", 8, 8)]
    [InlineData("(UTC-03:00) Brasília", -3, -3)]
    [InlineData("Pacific Standard Time", -8, -7)]
    [InlineData("UTC+2", 2, 2)]
    [InlineData("GMT-0500", -5, -5)]
    [InlineData("Etc/GMT+5", -5, -5)]
    [InlineData("Mexico/General", -6, -6)]
    public void Knows_the_names_of_Windows_Outlook_and_Notes(string name, int winter, int summer)
    {
        var zone = ZoneNames.Find(name);
        Assert.NotNull(zone);
        Assert.Equal(winter, zone.GetUtcOffset(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalHours);
        Assert.Equal(summer, zone.GetUtcOffset(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc)).TotalHours);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nowhere/Atall")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("Customized Time Zone")]
    [InlineData("UTC+99")]
    [InlineData("\0")]
    public void Knows_when_it_does_not_know(string name) => Assert.Null(ZoneNames.Find(name));

    [Fact]
    public void An_unknown_zone_is_the_one_of_who_asks_and_said_with_its_line()
    {
        var file = Event("DTSTART;TZID=Nowhere/Atall:20260701T120000");
        Assert.Equal(["0701 10:00"], Starts(file));
        var problem = Assert.Single(file.Problems);
        Assert.Equal((4, ProblemKind.Damage), (problem.Line, problem.Kind));
        Assert.Equal(FormatFault.UnknownZone, problem.Fault);
    }

    [Fact]
    public void Rules_that_are_cut_short_are_completed_by_what_the_system_knows()
    {
        // Only the changes of 2010, as some sites export them; and a summer that never ends.
        var short2010 = "BEGIN:VTIMEZONE\nTZID:America/New_York\nBEGIN:DAYLIGHT\nDTSTART:20100314T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:20101107T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\nEND:VTIMEZONE\n";
        var half = "BEGIN:VTIMEZONE\nTZID:America/New_York\nBEGIN:DAYLIGHT\nDTSTART:20070311T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\n";
        foreach (var zone in (string[])[short2010, half])
            Assert.Equal(["0101 17:00", "0701 16:00"], Starts(File(zone + "BEGIN:VEVENT\nUID:u\nDTSTART;TZID=America/New_York:20260101T120000\nRDATE;TZID=America/New_York:20260701T120000\nEND:VEVENT")));
    }

    [Fact]
    public void A_zone_of_one_offset_needs_no_more() => Assert.Equal(["0701 06:30"], Starts(File(
        "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:u\nDTSTART;TZID=Mine:20260701T120000\nEND:VEVENT")));

    [Fact]
    public void There_and_back_is_the_same_time_except_where_the_clock_skips_it()
    {
        foreach (var zone in (CalendarZone[])[new(Berlin), new(CalendarReader.Read("BEGIN:VCALENDAR\n" + Own + "\nEND:VCALENDAR").Single(result => result.Zone is not null).Zone!, null)])
        {
            for (var clock = new DateTime(2026, 1, 1); clock.Year < 2027; clock = clock.AddMinutes(15))
                Assert.True(zone.ToClock(zone.ToUtc(clock)) == clock || clock.Month == 3, clock.ToString("s"));
        }
    }
}
