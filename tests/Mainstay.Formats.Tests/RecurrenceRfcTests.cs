using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

/// <summary>The examples of RFC 5545 §3.8.5.3, all of them, in America/New_York as there.</summary>
public sealed class RecurrenceRfcTests
{
    [Theory]
    // Daily
    [InlineData("19970902", "FREQ=DAILY;COUNT=10", "0902 0903 0904 0905 0906 0907 0908 0909 0910 0911.")]
    [InlineData("19970902", "FREQ=DAILY;INTERVAL=2", "0902 0904 0906 0908 0910 0912 0914 0916 0918 0920 0922 0924 0926 0928 0930 1002 1004")]
    [InlineData("19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "0902 0912 0922 1002 1012.")]
    // Weekly
    [InlineData("19970902", "FREQ=WEEKLY;COUNT=10", "0902 0909 0916 0923 0930 1007 1014 1021 1028 1104.")]
    [InlineData("19970902", "FREQ=WEEKLY;UNTIL=19971224T000000Z", "0902 0909 0916 0923 0930 1007 1014 1021 1028 1104 1111 1118 1125 1202 1209 1216 1223.")]
    [InlineData("19970902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "0902 0916 0930 1014 1028 1111 1125 1209 1223 19980106 0120 0203 0217")]
    [InlineData("19970902", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "0902 0904 0909 0911 0916 0918 0923 0925 0930 1002.")]
    [InlineData("19970902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "0902 0904 0909 0911 0916 0918 0923 0925 0930 1002.")]
    [InlineData("19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "0901 0903 0905 0915 0917 0919 0929 1001 1003 1013 1015 1017 1027 1029 1031 1110 1112 1114 1124 1126 1128 1208 1210 1212 1222.")]
    [InlineData("19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "0902 0904 0916 0918 0930 1002 1014 1016.")]
    [InlineData("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "0805 0810 0819 0824.")]
    [InlineData("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "0805 0817 0819 0831.")]
    // Monthly
    [InlineData("19970905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "0905 1003 1107 1205 19980102 0206 0306 0403 0501 0605.")]
    [InlineData("19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "0905 1003 1107 1205.")]
    [InlineData("19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "0907 0928 1102 1130 19980104 0125 0301 0329 0503 0531.")]
    [InlineData("19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "0922 1020 1117 1222 19980119 0216.")]
    [InlineData("19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", "0928 1029 1128 1229 19980129 0226")]
    [InlineData("19970902", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "0902 0915 1002 1015 1102 1115 1202 1215 19980102 0115.")]
    [InlineData("19970930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "0930 1001 1031 1101 1130 1201 1231 19980101 0131 0201.")]
    [InlineData("19970910", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "0910 0911 0912 0913 0914 0915 19990310 0311 0312 0313.")]
    [InlineData("19970902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "0902 0909 0916 0923 0930 1104 1111 1118 1125 19980106 0113 0120 0127 0303 0310 0317 0324 0331")]
    [InlineData("19970913", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "0913 1011 1108 1213 19980110 0207 0307 0411 0509 0613")]
    [InlineData("19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "0904 1007 1106.")]
    [InlineData("19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "0929 1030 1127 1230 19980129 0226 0330")]
    [InlineData("20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "0115 0130 0215 0315 0330.")]
    // Yearly
    [InlineData("19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "0610 0710 19980610 0710 19990610 0710 20000610 0710 20010610 0710.")]
    [InlineData("19970310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "0310 19990110 0210 0310 20010110 0210 0310 20030110 0210 0310.")]
    [InlineData("19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "0101 0410 0719 20000101 0409 0718 20030101 0410 0719 20060101.")]
    [InlineData("19970519", "FREQ=YEARLY;BYDAY=20MO", "0519 19980518 19990517")]
    [InlineData("19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "0512 19980511 19990517")]
    [InlineData("19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "0313 0320 0327 19980305 0312 0319 0326 19990304 0311 0318 0325")]
    [InlineData("19970605", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "0605 0612 0619 0626 0703 0710 0717 0724 0731 0807 0814 0821 0828 19980604 0611 0618 0625 0702")]
    [InlineData("19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1105 20001107 20041102")]
    public void Days_of_the_examples(string start, string rule, string expected)
    {
        var whole = expected.EndsWith('.');
        var days = Days(expected.TrimEnd('.'), start[..4]);
        var found = Starts($"DTSTART;TZID=America/New_York:{start}T090000\nRRULE:{rule}", days.Count + 1);
        Assert.Equal(days, found.Take(days.Count).Select(clock => clock.ToString("yyyyMMdd", CultureInfo.InvariantCulture)));
        Assert.All(found, clock => Assert.Equal(9, clock.Hour));
        Assert.Equal(whole ? days.Count : days.Count + 1, found.Count);
    }

    [Fact]
    public void Every_day_until_Christmas_Eve() => Assert.Equal(113, Starts("DTSTART;TZID=America/New_York:19970902T090000\nRRULE:FREQ=DAILY;UNTIL=19971224T000000Z", 500).Count);

    [Theory]
    [InlineData("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA")]
    [InlineData("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1")]
    public void Every_day_in_January_for_three_years(string rule)
    {
        var found = Starts($"DTSTART;TZID=America/New_York:19980101T090000\nRRULE:{rule}", 500);
        Assert.Equal(93, found.Count);
        Assert.All(found, clock => Assert.Equal(1, clock.Month));
    }

    [Fact]
    public void Friday_the_13th_without_the_start_that_is_none()
    {
        var found = Starts("DTSTART;TZID=America/New_York:19970902T090000\nEXDATE;TZID=America/New_York:19970902T090000\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", 5);
        Assert.Equal(["19980213", "19980313", "19981113", "19990813", "20001013"], found.Select(clock => clock.ToString("yyyyMMdd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", "0900 1200")] // the RFC lists 15:00 too, but 17:00Z is 13:00 on this clock
    [InlineData("FREQ=MINUTELY;INTERVAL=15;COUNT=6", "0900 0915 0930 0945 1000 1015")]
    [InlineData("FREQ=MINUTELY;INTERVAL=90;COUNT=4", "0900 1030 1200 1330")]
    public void Times_of_the_examples(string rule, string expected) =>
        Assert.Equal(expected, string.Join(' ', Starts($"DTSTART;TZID=America/New_York:19970902T090000\nRRULE:{rule}", 50).Select(clock => clock.ToString("HHmm", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40")]
    [InlineData("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16")]
    public void Every_twenty_minutes_from_nine_to_five(string rule)
    {
        var found = Starts($"DTSTART;TZID=America/New_York:19970902T090000\nRRULE:{rule}", 49);
        Assert.Equal(new DateTime(1997, 9, 2, 16, 40, 0), found[23]);
        Assert.Equal(new DateTime(1997, 9, 3, 9, 0, 0), found[24]);
        Assert.Equal(new DateTime(1997, 9, 4, 9, 0, 0), found[48]);
    }

    [Fact]
    public void A_rule_never_gives_doubles_goes_back_or_leaves_its_window() =>
        Check.One(Cards.Thorough.WithMaxTest(300), Prop.ForAll(Rules.ToArbitrary(), text =>
        {
            Assert.True(RecurrenceRule.TryParse(text, out var rule, out var problem), problem?.ToString());
            Assert.True(RecurrenceRule.TryParse(rule.ToString(), out var again, out _));
            Assert.Equal(rule.ToString(), again.ToString());
            var (start, from, to) = (new DateTime(2024, 2, 29, 9, 30, 0), new DateTime(2025, 1, 1), new DateTime(2027, 1, 1));
            var found = rule.Occurrences(start, from, to).Take(200).ToList();
            Assert.Equal(found.Distinct().Order(), found);
            Assert.All(found, one => Assert.InRange(one, from, to.AddTicks(-1)));
            if (rule.Count is { } count) Assert.True(rule.Occurrences(start, start, to).Take(count + 1).Count() <= count);
            Assert.Equal(found, again.Occurrences(start, from, to).Take(200));
        }));

    private static readonly Gen<string> Rules =
        from frequency in Gen.Elements("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
        from parts in Gen.SubListOf("INTERVAL=3", "COUNT=7", "UNTIL=20260601", "BYMONTH=2,11", "BYMONTHDAY=29,-1", "BYYEARDAY=60,-1,366", "BYWEEKNO=1,-1,53", "BYDAY=MO,-1FR,53TU", "BYHOUR=0,23", "BYMINUTE=5", "BYSECOND=59,60", "BYSETPOS=1,-1", "WKST=SU")
        select string.Join(';', ["FREQ=" + frequency, .. parts]);

    private static List<DateTime> Starts(string lines, int most)
    {
        var file = CalendarFile.Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        Assert.Empty(file.Problems);
        var window = new CalendarWindow(new(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(2050, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc) { Most = most };
        return [.. file.Occurrences(window).Items.Select(one => one.Start.Clock)];
    }

    // "0902 1003 19980102": month and day, with the year where it changes.
    private static List<string> Days(string text, string year)
    {
        var days = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (word.Length == 8) year = word[..4];
            days.Add(year + word[^4..]);
        }

        return days;
    }
}
