using Mainstay.Accountability;
using Mainstay.Giving;

namespace Mainstay.Sample;

/// <summary>Something learned, and how many days ago it came back and was still true.</summary>
internal sealed record SampleLearning(string Name, string Text, string Topic, int DaysAgo, params int[] Confirmed)
{
    public string? Used { get; init; }
}

internal sealed record SampleCheckIn(int DaysAgo, Went Went, string Sentence, string NextStep);

internal sealed record SamplePulse(int DaysAgo, int Confidence, int Energy, int Supported, string? Note = null);

/// <summary>What the owner of the sample network learned, promised, asked about, and gives back, and how it goes.</summary>
internal static class SampleGrowth
{
    public const int PromisedDaysAgo = 17, DueInDays = 25, AskedDaysAgo = 20, AnswersUntilDaysAgo = 10, RespondedDaysAgo = 9;

    public const string Witness = "Tomasz Wiśniewski", FirstStep = "Write the list of the twelve", About = "The booking page";

    public const string Response = "The second page goes, and the buttons grow before the next clinic begins.";

    public static readonly SampleLearning[] Learnings =
    [
        new("Grace Okonkwo", "Name the price first, then wait.", "pricing", 64, 57, 27) { Used = "Named it first in Braga, and nobody haggled." },
        new("Søren Kjærgaard", "A hospital decides in spring, when the new budget is there.", "hospitals", 95, 88, 58),
        new("Inês Carvalho", "A pilot needs a day on which it ends, before it begins.", "pilots", 9),
    ];

    public static readonly SampleCheckIn[] CheckIns =
    [
        new(10, Went.Done, "Five asked, and a talk in Valencia agreed.", "Three more this week"),
        new(3, Went.Partly, "Two asked; the others wait for the price list.", "Send the price list to the other four"),
    ];

    public static readonly string[] Questions = ["Where did you have to think?", "What would you leave out?"];

    /// <summary>Who was asked for feedback; two of them answered, so many days ago.</summary>
    public static readonly (string Name, int DaysAgo, string First, string Second)[] Feedback =
    [
        ("Rosa Martínez Ruiz", 15, "At the second page. Patients think they are done, and call us.", "The question for the insurance number. We have it."),
        ("Leïla Benkirane", 13, "Nowhere, but I built it. My mother stopped at the small buttons.", "The map."),
        ("Paul Schmidt", 0, "", ""),
    ];

    public static readonly SamplePulse[] Pulses =
    [
        new(29, 5, 4, 4), new(22, 5, 5, 5, "A week with too few people in it."), new(15, 6, 4, 6), new(8, 6, 6, 7), new(1, 7, 6, 7, "Seven clinics asked. It goes better than I feared."),
    ];

    public static Promise Promise(DateOnly today) => new("Ask twelve clinics in Spain for a first talk", today.AddDays(DueInDays), "Clinics asked", "A call, or a mail to somebody by name");

    public static NewGift Gift(DateOnly today) => new()
    {
        Kind = GiftKind.Mentoring,
        What = "Reading first pitches, an evening a month",
        ForWhom = "Indie Makers circle",
        Since = today.AddDays(-150),
        GoesOn = true,
        Hours = 11,
        Became = "Two of them have their first customer.",
    };
}
