using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>How often the owner means to go to gatherings and how it stands, as programs are told of it.</summary>
/// <param name="Sentence">The same in words.</param>
public sealed record AttendingAnswer([property: Description("How it stands, in words.")] string Sentence)
{
    [Description("So many gatherings you mean to go to; null when you set no rhythm.")]
    public int? HowMany { get; init; }

    [Description("In each of them; a month, quarter or year of the calendar.")]
    public AttendingPer? Per { get; init; }

    [Description("Places you like to go to, with commas between.")]
    public string? Places { get; init; }

    [Description("The first day of the running period.")]
    public DateOnly? From { get; init; }

    [Description("Its last day, inclusive.")]
    public DateOnly? Until { get; init; }

    [Description("At so many you were in it.")]
    public int Been { get; init; }

    [Description("To so many more you go in it.")]
    public int Going { get; init; }

    [Description("Today says nothing of it before this day.")]
    public DateOnly? QuietUntil { get; init; }

    public static AttendingAnswer Of(Attending? it) => it is null ? new(Speech.Say("Calendars.NoRhythm")) : new(AttendingWords.Sentence(it).InWords())
    {
        HowMany = it.Plan.HowMany,
        Per = it.Plan.Per,
        Places = it.Plan.Places,
        From = it.Span.First,
        Until = it.Span.Last,
        Been = it.Been,
        Going = it.Going,
        QuietUntil = it.Plan.QuietUntil,
    };
}

/// <summary>What programs send: how often to go to gatherings.</summary>
public sealed record AttendingFields
{
    [Description("So many gatherings, at least one.")]
    public int HowMany { get; init; }

    [Description("In each of them; a month when not said.")]
    public AttendingPer? Per { get; init; }

    [Description("Places you like to go to, with commas between; what is announced there comes before what is not. The word `online` means gatherings on the web.")]
    public string? Places { get; init; }

    [Description("Today says nothing of it before this day.")]
    public DateOnly? QuietUntil { get; init; }

    public NewAttending ToAttending() => new(HowMany, Per ?? AttendingPer.Month) { Places = Places, QuietUntil = QuietUntil };
}
