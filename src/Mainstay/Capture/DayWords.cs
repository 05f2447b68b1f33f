using System.Collections.Frozen;
using Mainstay.Algorithms.Text;

namespace Mainstay.Capture;

/// <summary>The words of days and of how long something took, in English and German, folded.</summary>
internal static class DayWords
{
    public static readonly FrozenDictionary<string, int> Numbers = Table("""
        1 = a an one ein eine einer einem einen eins
        2 = two zwei couple paar
        3 = three few drei
        4 = four vier
        5 = five fünf
        6 = six sechs
        7 = seven sieben
        8 = eight acht
        9 = nine neun
        10 = ten zehn
        11 = eleven elf
        12 = twelve zwölf
        """);

    public static readonly FrozenDictionary<string, int> Weekdays = Table("""
        1 = monday montag montags
        2 = tuesday dienstag
        3 = wednesday mittwoch
        4 = thursday donnerstag
        5 = friday freitag
        6 = saturday samstag sonnabend
        7 = sunday sonntag
        """);

    /// <summary>Short ones stand for a day only where the place says so: "sat", "so" and "do" are words as well.</summary>
    public static readonly FrozenDictionary<string, int> ShortWeekdays = Table("""
        1 = mon mo
        2 = tue tues di
        3 = wed mi
        4 = thu thur thurs do
        5 = fri fr
        6 = sat sa
        7 = sun so
        """);

    public static readonly FrozenDictionary<string, int> Months = Table("""
        1 = january jan januar jänner
        2 = february feb februar
        3 = march mar märz
        4 = april apr
        5 = may mai
        6 = june jun juni
        7 = july jul juli
        8 = august aug
        9 = september sep sept
        10 = october oct oktober okt
        11 = november nov
        12 = december dec dezember dez
        """);

    /// <summary>Days from today.</summary>
    public static readonly FrozenDictionary<string, int> Fixed = Table("""
        0 = today tonight heute
        -1 = yesterday yday gestern
        -2 = vorgestern
        1 = tomorrow tmrw tmw tmr morgen
        2 = übermorgen
        """);

    public static readonly FrozenSet<string> DayParts = Set("morning afternoon evening night noon lunchtime früh morgen vormittag mittag nachmittag abend");
    public static readonly FrozenSet<string> Lasts = Set("last past letzten letzte letzter letztes letztem vergangenen vergangene vorigen vorige");
    public static readonly FrozenSet<string> Nexts = Set("next coming upcoming nächsten nächste nächster nächstes nächstem kommenden kommende kommender");
    public static readonly FrozenSet<string> These = Set("this diesen diese dieser dieses diesem");
    public static readonly FrozenSet<string> Limits = Set("by until till before bis");
    public static readonly FrozenSet<string> Before = Set("on by until till before due am bis zum der den the at for");
    public static readonly FrozenSet<string> DayUnits = Set("day days tag tage tagen");
    public static readonly FrozenSet<string> WeekUnits = Set("week weeks wk wks woche wochen");
    public static readonly FrozenSet<string> MonthUnits = Set("month months monat monate monaten monats");
    public static readonly FrozenSet<string> YearUnits = Set("year years jahr jahre jahren jahres");
    public static readonly FrozenSet<string> Weekends = Set("weekend wochenende");
    public static readonly FrozenSet<string> MinuteUnits = Set("min mins minute minutes minuten");
    public static readonly FrozenSet<string> HourUnits = Set("h hr hrs hour hours stunde stunden std");

    public static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).ToFrozenSet();

    private static FrozenDictionary<string, int> Table(string rows) => rows.Split('\n', StringSplitOptions.TrimEntries)
        .Select(row => row.Split('=')).SelectMany(row => Set(row[1]).Select(word => KeyValuePair.Create(word, int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)))).ToFrozenDictionary();
}
